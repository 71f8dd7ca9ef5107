// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/xsync_idle.hpp"

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/silence.hpp"
#include "idle/x11_connection.hpp"
#include "translation/said.hpp"

#include <QMetaObject>
#include <QObject>
#include <QSocketNotifier>
#include <xcb/sync.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::idle {

using translation::said;

namespace {

using std::chrono::milliseconds;

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

std::optional<xcb_sync_counter_t> idletime(const xcb_sync_list_system_counters_reply_t& reply) {
    auto counter = xcb_sync_list_system_counters_counters_iterator(&reply);
    for (; counter.rem > 0; xcb_sync_systemcounter_next(&counter)) {
        if (name_of(*counter.data) == "IDLETIME") return counter.data->counter;
    }
    return std::nullopt;
}

// Two alarms: one on the counter rising to the next threshold, one on its fall, which is the first input.
// Only one for all thresholds, because the X server forgets to wake up for a second when the counter equalled
// the first to the millisecond. An alarm cannot tell of what was so before it was made: the counter itself is
// asked then.
class XsyncIdle final : public IdleSource {
public:
    XsyncIdle(X11Connection connection, std::uint8_t first_event, xcb_sync_counter_t counter, Report report)
        : connection_(std::move(connection)), first_event_(first_event), counter_(counter),
          report_(std::move(report)),
          readable_(std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(connection_.get()),
                                                      QSocketNotifier::Read)) {
        QObject::connect(readable_.get(), &QSocketNotifier::activated, [this] { drain(); });
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
        ask_counter();
        flush();
    }

private:
    // The alarm belongs to the first threshold that has not been reported. When there is none it may stay: it
    // will be right again after the next input.
    void aim() {
        const auto next = std::ranges::find_if(
            thresholds_, [this](Duration threshold) { return !silence_.reported(threshold); });
        if (next == thresholds_.end()) {
            if (thresholds_.empty()) drop(rise_alarm_);
            return;
        }
        const auto value = std::chrono::ceil<milliseconds>(*next);
        if (rise_alarm_ != 0 && rise_value_ == value) return;
        drop(rise_alarm_);
        rise_alarm_ = make_alarm(value, XCB_SYNC_TESTTYPE_POSITIVE_TRANSITION);
        rise_value_ = value;
        ask_counter();
    }

    [[nodiscard]] xcb_sync_alarm_t make_alarm(milliseconds value, std::uint32_t test) {
        const xcb_sync_alarm_t id = xcb_generate_id(connection_.get());
        const xcb_sync_create_alarm_value_list_t values{.counter = counter_,
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

    void ask_counter() {
        questions_.push_back(xcb_sync_query_counter(connection_.get(), counter_).sequence);
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
            if (before && static_cast<std::int32_t>(*before - questions_.front()) < 0) break;
            void* reply = nullptr;
            xcb_generic_error_t* error = nullptr;
            if (xcb_poll_for_reply(connection_.get(), questions_.front(), &reply, &error) == 0) break;
            const X11Reply<xcb_generic_error_t> failed{error};
            const X11Reply<xcb_sync_query_counter_reply_t> answer{
                static_cast<xcb_sync_query_counter_reply_t*>(reply)};
            questions_.pop_front();
            taken = true;
            if (const auto alive = std::exchange(alive_, nullptr)) alive();
            if (answer) counter_is(joined(answer->counter_value));
        }
        return taken;
    }

    void take(const xcb_generic_event_t& event) {
        const auto kind = event.response_type & 0x7F;
        if (kind == 0) return say_lost(); // an error: the server does not do what this needs
        if (kind != first_event_ + XCB_SYNC_ALARM_NOTIFY) return;
        const auto& rung = reinterpret_cast<const xcb_sync_alarm_notify_event_t&>(event);
        if (rung.alarm == return_alarm_) return came_back();
        if (rung.alarm == rise_alarm_) counter_is(joined(rung.counter_value));
    }

    void counter_is(milliseconds silence) {
        if (silence_.open() && silence < quiet_for_) came_back();
        for (const Duration threshold : thresholds_) {
            if (threshold <= silence) became_idle(threshold, silence);
        }
        aim();
        flush();
    }

    void became_idle(Duration threshold, milliseconds silence) {
        const bool first = !silence_.open();
        if (!silence_.report(threshold)) return;
        if (first) {
            quiet_for_ = silence;
            return_alarm_ = make_alarm(silence - milliseconds{1}, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION);
            ask_counter();
        }
        report_({.kind = IdleReport::Kind::idle, .silence = silence, .watched_since = the_past});
    }

    void came_back() {
        if (!silence_.end()) return;
        drop(return_alarm_);
        aim();
        flush();
        report_({.kind = IdleReport::Kind::active, .silence = {}, .watched_since = the_past});
    }

    void say_lost() {
        if (std::exchange(lost_, true)) return;
        readable_->setEnabled(false);
        report_({.kind = IdleReport::Kind::lost, .silence = {}, .watched_since = the_past});
    }

    X11Connection connection_;
    std::uint8_t first_event_;
    xcb_sync_counter_t counter_;
    Report report_;
    std::unique_ptr<QSocketNotifier> readable_;
    bool lost_ = false;
    bool asked_ = false; // something that is not flushed
    std::vector<Duration> thresholds_;
    xcb_sync_alarm_t rise_alarm_ = 0;
    milliseconds rise_value_{};
    xcb_sync_alarm_t return_alarm_ = 0;
    milliseconds quiet_for_{}; // the counter when the present silence was first seen
    std::deque<unsigned> questions_;
    std::function<void()> alive_; // told at the next answer
    Silence silence_;
};

} // namespace

std::expected<std::unique_ptr<IdleSource>, std::string>
make_xsync_idle(X11Connection connection, std::chrono::milliseconds limit, IdleSource::Report report) {
    xcb_connection_t* c = connection.get();
    const std::string_view name{xcb_sync_id.name};
    const auto extension = x11_reply_within<xcb_query_extension_reply_t>(
        c, xcb_query_extension(c, static_cast<std::uint16_t>(name.size()), name.data()), limit);
    if (!extension || extension->present == 0)
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "the X server has no SYNC extension")));
    // Libxcb looks the extension up once more at its first use, with a wait: have that answer there already.
    xcb_prefetch_extension_data(c, &xcb_sync_id);
    const auto version =
        x11_reply_within<xcb_sync_initialize_reply_t>(c, xcb_sync_initialize(c, 3, 1), limit);
    if (!version)
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "the X server does not answer about SYNC")));
    const auto counters =
        x11_reply_within<xcb_sync_list_system_counters_reply_t>(c, xcb_sync_list_system_counters(c), limit);
    const auto counter = counters ? idletime(*counters) : std::nullopt;
    if (!counter)
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "the X server has no IDLETIME counter")));
    return std::make_unique<XsyncIdle>(std::move(connection), extension->first_event, *counter,
                                       std::move(report));
}

} // namespace limber::idle
