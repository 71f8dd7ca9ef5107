// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows at one moment, as a value: made from what is known of the daemon, without widgets.
#pragma once

#include "bus/wire.hpp"
#include "core/event.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "poses/moment.hpp"

#include <QString>
#include <QVariantMap>
#include <Qt>

#include <map>
#include <string>
#include <vector>

namespace limber::window {

/// What the guided break needs of an exercise besides its phases.
struct ExerciseWords {
    QString title;
    QString caution;
    std::string pose;
    std::string image; ///< path of a picture to show instead; empty: none
    int done_today = 0;
    int per_day = 0; ///< 0: as often as it comes

    bool operator==(const ExerciseWords&) const = default;
};

/// By the exercise's id.
using ExerciseBook = std::map<std::string, ExerciseWords>;

/// From the daemon's method Exercises; entries without an id are left out.
[[nodiscard]] ExerciseBook exercise_book(const QList<QVariantMap>& list);

/// A button: what it is called, its key, what it asks of the daemon.
struct Control {
    enum class Act { steer, start, snooze, skip, list_never, allow, back, close } act = Act::close;
    Steering steering = Steering::pause; ///< of `steer`
    std::string rule;                    ///< of `start`
    std::string exercise;                ///< of `allow`; empty: all
    QString label;                       ///< with a mnemonic
    Qt::Key key = Qt::Key_Escape;
    QString key_name;
    bool first = false; ///< drawn as the one that matters most, and has the focus

    bool operator==(const Control&) const = default;
};

/// The picture and what surrounds it.
struct StageView {
    poses::FigureMoment moment;
    std::string image;     ///< path of a picture to show instead of the figure
    std::string image_key; ///< what a problem with it is about
    double ring = 0;       ///< how much of it is filled, 0 … 1
    enum class Badge { none, words, pause, check } badge = Badge::none;
    QString badge_words; ///< seconds left

    bool operator==(const StageView&) const = default;
};

struct Page {
    enum class Kind { guide, farewell, at_rest, lost } kind = Kind::at_rest;
    StageView stage;
    QString title;
    QString headline; ///< the instruction
    QString spoken;   ///< what is announced when it begins; two pages that differ only in time share it
    QString side;
    QString count; ///< "2 of 5", "4 of 10 today"
    int rep = 1;
    int reps = 1;
    QString next;
    QString caution;
    int whole = 0; ///< hundredths of the whole break that are over
    std::vector<Control> controls;

    bool operator==(const Page&) const = default;
};

/// The running session at this instant.
[[nodiscard]] Page guide_page(const Session& session, const ExerciseBook& book, Instant now);

/// The kind last line. `breaks`: done today, this one included.
[[nodiscard]] Page farewell_page(int breaks);

/// No session: what comes next, and a button for each rule; or what is suggested now, and the answers to it.
[[nodiscard]] Page rest_page(const bus::StatusReport& report, const ExerciseBook& book);

/// The exercises that are never suggested because the person said so, and a button to allow each again.
[[nodiscard]] Page never_page(const bus::StatusReport& report, const ExerciseBook& book);

/// Nobody answers. `in_session`: a break was being shown.
[[nodiscard]] Page lost_page(bool in_session);

/// The texts a session shows as instructions, each once: the largest letters are those in which all fit.
[[nodiscard]] std::vector<QString> instructions_of(const Session& session);

} // namespace limber::window
