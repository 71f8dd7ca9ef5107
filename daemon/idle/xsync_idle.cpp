// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/silence.hpp"
#include "idle/sources.hpp"
#include "words/said.hpp"

#include <QMetaObject>
#include <QObject>
#include <QSocketNotifier>
#include <xcb/sync.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <utility>

namespace limber::idle {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock; // stands still in sleep, as the counters do

xcb_sync_int64_t split(std::int64_t value) {
    return {.hi = static_cast<std::int32_t>(value >> 32), .lo = static_cast<std::uint32_t>(value)};
}

milliseconds joined(xcb_sync_int64_t value) {
    return milliseconds{static_cast<std::int64_t>(value.hi) * (std::int64_t{1} << 32) + value.lo};
}

// xcb_sync_systemcounter_name() counts the padding behind the C structure, which is not on the wire: it skips
// the first two letters (libxcb 1.15).
std::string_view name_of(const xcb_sync_systemcounter_t& counter) {
    constexpr std::size_t before_name =
        offsetof(xcb_sync_systemcounter_t, name_len) + sizeof counter.name_len;
    return {reinterpret_cast<const char*>(&counter) + before_name, counter.name_len};
}

std::optional<xcb_sync_counter_t> counter_named(std::string_view name,
                                                const xcb_sync_list_system_counters_reply_t& reply) {
    auto counter = xcb_sync_list_system_counters_counters_iterator(&reply);
    for (; counter.rem > 0; xcb_sync_systemcounter_next(&counter)) {
        if (name_of(*counter.data) == name) return counter.data->counter;
    }
    return std::nullopt;
}

struct Counters {
    xcb_sync_counter_t all = 0;
    /// Of the XTEST pointer and keyboard, which every X server has and no hardware moves; 0: the server
    /// counts no single devices.
    xcb_sync_counter_t pointer = 0;
    xcb_sync_counter_t keyboard = 0;
};

std::optional<Counters> counters_in(const xcb_sync_list_system_counters_reply_t& reply) {
    const auto all = counter_named("IDLETIME", reply);
    if (!all) return std::nullopt;
    const auto pointer = counter_named("DEVICEIDLETIME 4", reply);
    const auto keyboard = counter_named("DEVICEIDLETIME 5", reply);
    if (!pointer || !keyboard) return Counters{.all = *all};
    return Counters{.all = *all, .pointer = *pointer, .keyboard = *keyboard};
}

/// Players reset the screen saver every ten seconds or more, to keep the screen on.
constexpr milliseconds shortest_between_resets{5000};
/// A fall from less is not told.
constexpr milliseconds shortest_fall{100};

// Two alarms: one on the counter rising to the next threshold, one on its fall, which is the first input.
// Only one for all thresholds, because the X server forgets to wake up for a second when the counter equalled
// the first to the millisecond. An alarm cannot tell of what was so before it was made: the counter itself is
// asked then.
//
// XResetScreenSaver (and the end of XScreenSaverSuspend) sets the counter to 0 without any input. It does so
// for all devices at once, where input does for its own: that tells them apart. A third alarm, on a device
// without input, tells of the first reset; from then on a fall is waited for as in a silence.
class XsyncIdle final : public IdleSource {
public:
    XsyncIdle(X11Connection connection, std::uint8_t first_event, const Counters& counters, Report report)
        : connection_(std::move(connection)), first_event_(first_event), counters_(counters),
          report_(std::move(report)),
          readable_(std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(connection_.get()),
                                                      QSocketNotifier::Read)) {
        QObject::connect(readable_.get(), &QSocketNotifier::activated, [this] { drain(); });
        if (counters_.pointer == 0) return;
        reset_alarm_ =
            make_alarm(counters_.pointer, shortest_between_resets, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION);
        // only for the server: it takes note of a counter's rise when somebody waits for it
        [[maybe_unused]] const auto risen =
            make_alarm(counters_.pointer, shortest_between_resets + milliseconds{1},
                       XCB_SYNC_TESTTYPE_POSITIVE_TRANSITION);
        flush();
    }

    [[nodiscard]] std::string name() const override { return xsync_name; }

    [[nodiscard]] bool inhibitor_aware() const override { return false; }

    void watch(const std::vector<Duration>& thresholds) override {
        if (lost_) return;
        thresholds_ = thresholds;
        aim();
        flush();
    }

    void ping(const std::function<void()>& alive) override {
        if (lost_) return;
        alive_ = alive;
        ask_counters();
        flush();
    }

private:
    // The alarm belongs to the first threshold that has not been reported. When there is none it may stay: it
    // will be right again after the next input.
    void aim() {
        const auto next = std::ranges::find_if(
            thresholds_, [this](Duration threshold) { return !silence_.reported(threshold); });
        auto value = shortest_fall + milliseconds{1}; // a fall is told once the counter is known to be higher
        if (!last_input_ || seen_ >= value) {
            if (next == thresholds_.end()) {
                if (thresholds_.empty()) drop(rise_alarm_);
                return;
            }
            value = std::max(std::chrono::ceil<milliseconds>(*next) - hidden_, milliseconds{1});
        }
        if (rise_alarm_ != 0 && rise_value_ == value) return;
        drop(rise_alarm_);
        rise_alarm_ = make_alarm(counters_.all, value, XCB_SYNC_TESTTYPE_POSITIVE_TRANSITION);
        rise_value_ = value;
        ask_counters();
    }

    [[nodiscard]] xcb_sync_alarm_t make_alarm(xcb_sync_counter_t counter, milliseconds value,
                                              std::uint32_t test) {
        const xcb_sync_alarm_t id = xcb_generate_id(connection_.get());
        const xcb_sync_create_alarm_value_list_t values{.counter = counter,
                                                        .valueType = XCB_SYNC_VALUETYPE_ABSOLUTE,
                                                        .value = split(value.count()),
                                                        .testType = test,
                                                        .delta = split(0), // fires at each crossing
                                                        .events = 1};
        constexpr std::uint32_t given = XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE |
                                        XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS;
        xcb_sync_create_alarm_aux(connection_.get(), id, given, &values);
        asked_ = true;
        return id;
    }

    // Silenced first: the server also tells of an alarm's end.
    void drop(xcb_sync_alarm_t& alarm) {
        if (alarm == 0) return;
        constexpr xcb_sync_change_alarm_value_list_t silent{};
        xcb_sync_change_alarm_aux(connection_.get(), alarm, XCB_SYNC_CA_EVENTS, &silent);
        xcb_sync_destroy_alarm(connection_.get(), std::exchange(alarm, 0));
        asked_ = true;
    }

    // That of all devices last: it is then never behind that of a device which a reset has set with it.
    void ask_counters() {
        for (const xcb_sync_counter_t counter : {counters_.pointer, counters_.keyboard, counters_.all}) {
            if (counter != 0)
                questions_.emplace_back(counter, xcb_sync_query_counter(connection_.get(), counter).sequence);
        }
        asked_ = true;
    }

    // Sending may take in events as well, and then the socket has nothing to read any more: look again.
    void flush() {
        if (lost_ || !std::exchange(asked_, false)) return;
        xcb_flush(connection_.get());
        QMetaObject::invokeMethod(readable_.get(), [this] { drain(); }, Qt::QueuedConnection);
    }

    void drain() {
        while (!lost_) {
            X11Reply<xcb_generic_event_t> event{xcb_poll_for_event(connection_.get())};
            if (!event) {
                if (take_answers(std::nullopt)) continue;
                // Looking for answers may have taken in events.
                event.reset(xcb_poll_for_queued_event(connection_.get()));
            }
            if (!event) break;
            take_answers(event->full_sequence);
            take(*event);
        }
        if (!lost_ && xcb_connection_has_error(connection_.get()) != 0) say_lost();
    }

    // The answers that came before an event, or (no event) all that are there.
    bool take_answers(std::optional<std::uint32_t> before) {
        bool taken = false;
        while (!questions_.empty() && !lost_) {
            const auto [counter, sequence] = questions_.front();
            if (before && static_cast<std::int32_t>(*before - sequence) < 0) break;
            void* reply = nullptr;
            xcb_generic_error_t* error = nullptr;
            if (xcb_poll_for_reply(connection_.get(), sequence, &reply, &error) == 0) break;
            const X11Reply<xcb_generic_error_t> failed{error};
            const X11Reply<xcb_sync_query_counter_reply_t> answer{
                static_cast<xcb_sync_query_counter_reply_t*>(reply)};
            questions_.pop_front();
            taken = true;
            if (const auto alive = std::exchange(alive_, nullptr)) alive();
            if (!answer) continue;
            const milliseconds value = joined(answer->counter_value);
            if (counter == counters_.all) {
                counters_are(value, std::exchange(unmoved_, {}));
            } else {
                unmoved_ = std::max(unmoved_, value);
            }
        }
        return taken;
    }

    void take(const xcb_generic_event_t& event) {
        const auto kind = event.response_type & 0x7F;
        if (kind == 0) return say_lost(); // an error: the server does not do what this needs
        if (kind != first_event_ + XCB_SYNC_ALARM_NOTIFY) return;
        const auto& rung = reinterpret_cast<const xcb_sync_alarm_notify_event_t&>(event);
        const bool falls = rung.alarm == fall_alarm_ || rung.alarm == reset_alarm_;
        if (!falls && rung.alarm != rise_alarm_) return;
        fell_ = fell_ || falls;
        ask_counters();
        flush();
    }

    /// `idle`: of all devices; `unmoved`: of those without input.
    void counters_are(milliseconds idle, milliseconds unmoved) {
        if (std::exchange(fell_, false) || idle < seen_)
            fell(idle, counters_.pointer != 0 && unmoved <= idle);
        seen_ = idle;
        const milliseconds silence = idle + hidden_;
        for (const Duration threshold : thresholds_) {
            if (threshold <= silence) became_idle(threshold, silence);
        }
        aim();
        flush();
    }

    void fell(milliseconds to, bool by_reset) {
        if (!by_reset) return came_back();
        const auto reset_at = Clock::now() - to;
        if (last_input_) {
            hidden_ = std::chrono::round<milliseconds>(reset_at - *last_input_);
        } else {
            wait_for_fall(reset_at, shortest_fall); // when before it the last input was, is not known
        }
    }

    void became_idle(Duration threshold, milliseconds silence) {
        if (!silence_.report(threshold)) return;
        if (!last_input_)
            wait_for_fall(Clock::now() - silence, std::min(silence - milliseconds{1}, shortest_fall));
        report_({.kind = IdleReport::Kind::idle, .silence = silence});
    }

    void wait_for_fall(Clock::time_point last_input, milliseconds from) {
        last_input_ = last_input;
        fall_alarm_ = make_alarm(counters_.all, from, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION);
        ask_counters();
    }

    void came_back() {
        last_input_.reset();
        hidden_ = {};
        drop(fall_alarm_);
        if (!silence_.end()) return;
        report_({.kind = IdleReport::Kind::active});
    }

    void say_lost() {
        if (std::exchange(lost_, true)) return;
        readable_->setEnabled(false);
        report_({.kind = IdleReport::Kind::lost});
    }

    X11Connection connection_;
    std::uint8_t first_event_;
    Counters counters_;
    Report report_;
    std::unique_ptr<QSocketNotifier> readable_;
    bool lost_ = false;
    bool asked_ = false; // something that is not flushed
    std::vector<Duration> thresholds_;
    xcb_sync_alarm_t rise_alarm_ = 0;
    milliseconds rise_value_{};
    xcb_sync_alarm_t fall_alarm_ = 0; // as long as last_input_ is known
    xcb_sync_alarm_t reset_alarm_ = 0;
    bool fell_ = false;   // as an alarm tells
    milliseconds seen_{}; // the counter when it was last asked
    milliseconds unmoved_{};
    std::optional<Clock::time_point> last_input_; // since when there has certainly been none
    milliseconds hidden_{};                       // of the silence, by resets
    std::deque<std::pair<xcb_sync_counter_t, unsigned>> questions_;
    std::function<void()> alive_; // told at the next answer
    Silence silence_;
};

} // namespace

Source make_xsync_idle(X11Connection connection, std::chrono::milliseconds limit, IdleSource::Report report) {
    xcb_connection_t* c = connection.get();
    const auto extension = x11_extension(c, xcb_sync_id, limit);
    if (!extension) return why_not(N_("the X server has no SYNC extension"));
    const auto version =
        x11_reply_within<xcb_sync_initialize_reply_t>(c, xcb_sync_initialize(c, 3, 1), limit);
    if (!version) return why_not(N_("the X server does not answer about SYNC"));
    const auto counters =
        x11_reply_within<xcb_sync_list_system_counters_reply_t>(c, xcb_sync_list_system_counters(c), limit);
    const auto found = counters ? counters_in(*counters) : std::nullopt;
    if (!found) return why_not(N_("the X server has no IDLETIME counter"));
    return std::make_unique<XsyncIdle>(std::move(connection), extension->first_event, *found,
                                       std::move(report));
}

} // namespace limber::idle
