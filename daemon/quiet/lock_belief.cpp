// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/lock_belief.hpp"

namespace limber::quiet {

void LockBelief::hint_is(bool locked) {
    if (locked) hint_works_ = true;
    if (locked != hint_) asked_ = false;
    hint_ = locked;
}

void LockBelief::lock_asked() {
    asked_ = true;
}

void LockBelief::unlock_asked() {
    asked_ = false;
}

void LockBelief::request_lapsed() {
    asked_ = false;
}

} // namespace limber::quiet
