// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_file.hpp"

#include "core/step.hpp"
#include "record/record.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <variant>

namespace limber::shell {

namespace fs = std::filesystem;
using record::journal_line;
using record::read_journal_line;

namespace {

constexpr Duration try_again_after = std::chrono::minutes{1};
constexpr Duration one_file = std::chrono::days{1};

constexpr std::string_view plan_begins = R"({"plan":)";
constexpr std::string_view event_begins = R"({"event":)";

/// Room for the lines of one step: a session tells all of its phases with each change.
constexpr std::size_t step_room = std::size_t{32} * 1024;

/// An alarm before its time, with clocks that went on as expected, changes nothing that could be seen
/// (LAW.md §9.1). Whoever asks for the status often makes many of them.
bool is_extra(const Plan& plan, const State& state, const Event& event) {
    if (!state.started || !std::holds_alternative<AlarmRang>(event.what)) return false;
    const Stamp& now = event.stamp;
    const Civil expected = civil_at(state.now, now.at);
    const auto off = now.civil.utc - expected.utc;
    return now.asleep == state.now.asleep && now.civil.offset == expected.offset &&
           now.civil.next_change == expected.next_change && std::chrono::abs(off) < std::chrono::seconds{1} &&
           now.at >= state.now.at && now.at < next_wakeup(plan, state);
}

} // namespace

JournalFile::JournalFile(fs::path file, Say say, std::size_t most)
    : file_(std::move(file)), say_(std::move(say)), most_(most) {}

void JournalFile::before(const Plan& plan, const State& state, const Event& event) {
    now_ = event.stamp.at;
    text_.clear();
    new_plan_.clear();
    extra_alarm_ = is_extra(plan, state, event);
    // a boot begins the clock anew
    skip_ = failed_at_ && now_ >= *failed_at_ && now_ - *failed_at_ < try_again_after;
    if (skip_) return;
    skip_ = true;
    if (!look_at_file()) return;
    const bool old = began_ && event.stamp.civil.utc - *began_ > one_file;
    if (size_ > 0 && (old || size_ + step_room > most_) && !rotate()) return;
    if (needs_head_) {
        if (!make_head(plan, state)) return;
    } else if (std::holds_alternative<PlanReplaced>(event.what)) {
        new_plan_ = journal_line(plan);
        text_ = std::exchange(last_alarm_, {}) + new_plan_ + '\n';
        // it may be long: better at the head of a new file
        if (size_ + text_.size() + step_room > most_ && !(rotate() && make_head(plan, state))) return;
    }
    skip_ = false;
}

void JournalFile::after(const Event& event, const std::vector<Effect>& effects,
                        const std::vector<Note>& notes) {
    if (skip_) return;
    std::string line = journal_line(event) + '\n';
    if (extra_alarm_ && effects.empty() && notes.empty()) {
        // a head that was made for it is made again for the next step, of a state that knows of it
        last_alarm_ = needs_head_ ? std::string{} : std::move(line);
        return;
    }
    text_ += std::exchange(last_alarm_, {});
    text_ += line;
    for (const Effect& effect : effects) {
        text_ += journal_line(effect) + '\n';
    }
    for (const Note& note : notes) {
        text_ += journal_line(note) + '\n';
    }
    if (size_ + text_.size() > most_) {
        // never more than was promised: this step is left out, and the next one needs a state to begin with
        needs_head_ = true;
        return;
    }
    if (!write(text_)) return;
    if (!began_) began_ = event.stamp.civil.utc;
    if (!new_plan_.empty()) plan_line_ = std::move(new_plan_);
    needs_head_ = false;
    if (std::exchange(failed_at_, std::nullopt)) say_({});
}

/// Whether the file is open and is still the one that was written.
bool JournalFile::look_at_file() {
    struct stat found{};
    if (descriptor_ && ::fstat(descriptor_.get(), &found) == 0 && found.st_nlink > 0 &&
        std::cmp_equal(found.st_size, size_)) {
        return true;
    }
    needs_head_ = true;
    return open();
}

bool JournalFile::open() {
    descriptor_ = FileDescriptor{};
    std::error_code error;
    if (const fs::path folder = file_.parent_path(); !fs::exists(folder, error)) {
        if (fs::create_directories(folder, error); error)
            return fail("its folder could not be made", error.value());
        fs::permissions(folder, fs::perms::owner_all, error); // nobody else's business
    }
    // O_NONBLOCK: something else may lie in its place
    const int flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
    FileDescriptor opened{::open(file_.c_str(), flags, S_IRUSR | S_IWUSR)};
    if (!opened) return fail({}, errno);
    struct stat found{};
    if (::fstat(opened.get(), &found) != 0) return fail({}, errno);
    if (!S_ISREG(found.st_mode)) return fail("this is not a file");
    if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0) {
        return fail(errno == EWOULDBLOCK ? "another limberd writes it" : "", errno);
    }
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::fchmod(opened.get(), S_IRUSR | S_IWUSR) != 0) {
        return fail({}, errno);
    }
    descriptor_ = std::move(opened);
    size_ = static_cast<std::size_t>(found.st_size);
    needs_head_ = true;
    take_stock();
    if (::ftruncate(descriptor_.get(), static_cast<off_t>(size_)) != 0) return fail({}, errno);
    return size_ == 0 || !plan_line_.empty() || rotate();
}

/// What an earlier run left: the plan it knew, its first event, and where its last whole line ends. A file
/// that is none of ours has no plan; one that is too long is not kept at all.
void JournalFile::take_stock() {
    plan_line_.clear();
    began_.reset();
    std::string text(size_ > most_ ? 0 : size_, '\0');
    std::size_t got = 0;
    while (got < text.size()) {
        const ssize_t part =
            ::pread(descriptor_.get(), text.data() + got, text.size() - got, static_cast<off_t>(got));
        if (part < 0 && errno == EINTR) continue;
        if (part <= 0) break;
        got += static_cast<std::size_t>(part);
    }
    text.resize(got);
    size_ = text.rfind('\n') + 1; // npos + 1: 0
    std::string_view rest{text.data(), size_};
    if (!rest.starts_with(plan_begins)) return; // an earlier format is kept as the older file
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.starts_with(plan_begins)) plan_line_ = line;
        if (!began_ && line.starts_with(event_begins)) {
            if (const auto entry = read_journal_line(line); entry && std::holds_alternative<Event>(*entry)) {
                began_ = std::get<Event>(*entry).stamp.civil.utc;
            }
        }
        rest.remove_prefix(line.size() + 1);
    }
}

bool JournalFile::rotate() {
    std::error_code error;
    fs::path old = file_;
    old += ".old";
    fs::rename(file_, old, error);
    if (error) return fail(old.string() + " could not be replaced", error.value());
    return open();
}

/// The plan, unless it is the file's newest one already, and the state.
bool JournalFile::make_head(const Plan& plan, const State& state) {
    last_alarm_.clear();
    std::string line = journal_line(plan);
    const std::string state_line = journal_line(state) + '\n';
    if (line.size() + state_line.size() + step_room > most_) {
        return fail("the settings alone would fill it");
    }
    if (size_ > 0 && size_ + line.size() + state_line.size() + step_room > most_ && !rotate()) return false;
    text_.clear();
    new_plan_.clear();
    if (line != plan_line_) {
        new_plan_ = std::move(line);
        text_ = new_plan_ + '\n';
    }
    text_ += state_line;
    return true;
}

bool JournalFile::write(std::string_view text) {
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t part = ::write(descriptor_.get(), text.data() + written, text.size() - written);
        if (part < 0 && errno == EINTR) continue;
        if (part <= 0) {
            const int error = part < 0 ? errno : ENOSPC;
            // half a step is worth nothing; what cannot be taken back is cut off at the next opening
            [[maybe_unused]] const int taken_back = ::ftruncate(descriptor_.get(), static_cast<off_t>(size_));
            return fail({}, error);
        }
        written += static_cast<std::size_t>(part);
    }
    size_ += written;
    return true;
}

bool JournalFile::fail(const std::string& what, int error) {
    descriptor_ = FileDescriptor{};
    needs_head_ = true;
    last_alarm_.clear();
    const std::string cause = error != 0 ? std::generic_category().message(error) : std::string{};
    const bool known = std::exchange(failed_at_, now_).has_value();
    if (!known) {
        say_(fmt::format("{}: the journal cannot be written: {}{}{}. limber why will not know of this time.",
                         file_.string(), what, what.empty() || cause.empty() ? "" : ": ", cause));
    }
    return false;
}

} // namespace limber::shell
