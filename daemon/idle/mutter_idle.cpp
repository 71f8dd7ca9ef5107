// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "idle/silence.hpp"
#include "idle/sources.hpp"
#include "words/said.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace limber::idle {

namespace {

using namespace std::chrono_literals;

constexpr auto object_path = "/org/gnome/Mutter/IdleMonitor/Core";
constexpr auto interface_name = "org.gnome.Mutter.IdleMonitor";
constexpr std::chrono::milliseconds patience = 1s;
constexpr std::chrono::milliseconds shortest_pause = 1s;

// Owned by its unique bus name, so that neither a successor nor an impostor is taken for it.
class MutterIdle final : public QObject, public IdleSource {
public:
    MutterIdle(bus::Object mutter, Report report)
        : mutter_(std::move(mutter)), report_(std::move(report)),
          fired_(mutter_, "WatchFired",
                 [this](const QVariantList& values) { fired(values.value(0).toUInt()); }),
          bus_lost_(bus::Signal::of_lost_bus(mutter_.bus, [this] { say_lost(); })),
          owner_(mutter_.bus, mutter_.service, [this](const QString& owner) {
              if (owner.isEmpty()) say_lost();
          }) {}

    MutterIdle(const MutterIdle&) = delete;
    MutterIdle& operator=(const MutterIdle&) = delete;

    ~MutterIdle() override {
        for (const Watch& watch : watches_) {
            if (watch.id) remove_watch(*watch.id);
        }
        if (active_id_) remove_watch(*active_id_);
    }

    [[nodiscard]] std::string name() const override { return mutter_name; }

    // AddIdleWatch says nothing while the session manager is inhibited.
    [[nodiscard]] bool inhibitor_aware() const override { return true; }

    [[nodiscard]] bool can_be_asked() const override { return true; }

    // What is asked for is a silence that could be a pause in the typing; shorter ones are no news. One that
    // has been told already is told again: who asks may have forgotten it.
    void ask() override {
        if (lost_ || !crossed_.empty()) return;
        ask_idle_time([this](const IdleTime& silence) {
            if (lost_ || !silence || *silence < shortest_pause) return;
            if (!silence_.open()) return became_idle(shortest_pause);
            report_({.kind = IdleReport::Kind::idle, .silence = *silence});
        });
    }

    void watch(const std::vector<Duration>& thresholds) override {
        wanted_ = thresholds;
        set_watches();
    }

    void ping(const std::function<void()>& alive) override {
        if (lost_) return;
        ask_idle_time([alive](const IdleTime& answer) {
            if (answer) alive();
        });
    }

private:
    using IdleTime = std::optional<std::chrono::milliseconds>;

    void ask_idle_time(std::function<void(const IdleTime&)> then) {
        const auto got = [then = std::move(then)](const bus::Answer& answer) {
            then(answer ? IdleTime{answer->value(0).toULongLong()} : IdleTime{});
        };
        bus::call(*this, mutter_, "GetIdletime", {}, got, patience);
    }

    void fired(uint id) {
        if (lost_) return;
        if (id == active_id_) {
            active_id_.reset();
            return came_back();
        }
        const auto watch = std::ranges::find(watches_, std::optional{id}, &Watch::id);
        if (watch != watches_.end()) {
            if (is_wanted(watch->threshold)) return became_idle(watch->threshold);
            // should it be wanted again, it has to tell of this silence anew
            remove_watch(id);
            watches_.erase(watch);
            return;
        }
        // The signal may overtake the answer that tells its number.
        if (calls_for_ids_ > 0) early_.insert(id);
    }

    void say_lost() {
        if (std::exchange(lost_, true)) return;
        report_({.kind = IdleReport::Kind::lost});
    }

    void remove_watch(uint id) { bus::tell(mutter_, "RemoveWatch", {id}); }

    struct Watch {
        Duration threshold{};
        std::optional<uint> id; // empty until Mutter has answered
    };

    using GotId = std::function<void(uint)>;

    // Answered without a limit, and longer than this source lives: no watch is left behind.
    void ask_for_id(const char* method, const QVariantList& arguments, GotId got) {
        ++calls_for_ids_;
        const auto then = [source = QPointer{this}, mutter = mutter_,
                           got = std::move(got)](const bus::Answer& answer) {
            if (source) return source->got_id(answer, got);
            if (answer) bus::tell(mutter, "RemoveWatch", *answer);
        };
        bus::call(*QCoreApplication::instance(), mutter_, method, arguments, then, bus::no_limit);
    }

    void got_id(const bus::Answer& answer, const GotId& got) {
        --calls_for_ids_;
        if (lost_) return;
        if (!answer) return say_lost();
        const uint id = answer->value(0).toUInt();
        const bool early = early_.erase(id) > 0;
        if (calls_for_ids_ == 0) early_.clear();
        got(id);
        if (early) fired(id);
        set_watches();
    }

    // Only when Mutter has answered everything: however often a busy shell is asked for something else, there
    // is never more than one set.
    void set_watches() {
        if (lost_ || calls_for_ids_ > 0) return;
        std::erase_if(watches_, [this](const Watch& watch) {
            if (is_wanted(watch.threshold)) return false;
            if (watch.id) remove_watch(*watch.id);
            return true;
        });
        for (const Duration threshold : wanted_) {
            if (std::ranges::find(watches_, threshold, &Watch::threshold) == watches_.end())
                add_watch(threshold);
        }
    }

    void add_watch(Duration threshold) {
        watches_.push_back({.threshold = threshold, .id = {}});
        const auto milliseconds =
            static_cast<qulonglong>(std::chrono::ceil<std::chrono::milliseconds>(threshold).count());
        // Mutter takes 0 for "never"; 1 ms is as good as at once.
        ask_for_id("AddIdleWatch", {std::max<qulonglong>(milliseconds, 1)}, [this, threshold](uint id) {
            std::ranges::find(watches_, threshold, &Watch::threshold)->id = id;
        });
    }

    [[nodiscard]] bool is_wanted(Duration threshold) const {
        return std::ranges::find(wanted_, threshold) != wanted_.end();
    }

    // Mutter answers in the order it is asked: when GetIdletime is still long after the active watch was set,
    // no input has slipped through between the two.
    void became_idle(Duration threshold) {
        if (silence_.reported(threshold) || std::ranges::find(crossed_, threshold) != crossed_.end()) return;
        const bool first = !silence_.open() && crossed_.empty();
        crossed_.push_back(threshold);
        if (first) {
            const unsigned silence = ++silence_number_;
            ask_for_id("AddUserActiveWatch", {}, [this, silence](uint id) {
                if (silence == silence_number_ && is_quiet()) {
                    active_id_ = id;
                } else {
                    remove_watch(id);
                }
            });
        }
        ask_idle_time([this, threshold, number = silence_number_](const IdleTime& silence) {
            if (number == silence_number_) measured(threshold, silence);
        });
    }

    void measured(Duration threshold, const IdleTime& told) {
        if (lost_ || std::erase(crossed_, threshold) == 0) return;
        const Duration silence = told ? Duration{*told} : threshold;
        // Mutter may fire a little early. Far less than asked for means: somebody is back already.
        const bool over = silence + std::max<Duration>(threshold / 10, 100ms) < threshold;
        report_idle(threshold, over ? threshold : silence);
        if (over) came_back();
    }

    void report_idle(Duration threshold, Duration silence) {
        if (!silence_.report(threshold)) return;
        report_({.kind = IdleReport::Kind::idle, .silence = silence});
    }

    [[nodiscard]] bool is_quiet() const { return silence_.open() || !crossed_.empty(); }

    void came_back() {
        for (const Duration threshold : std::exchange(crossed_, {}))
            report_idle(threshold, threshold);
        ++silence_number_;
        if (active_id_) remove_watch(*active_id_);
        active_id_.reset();
        if (!silence_.end()) return;
        report_({.kind = IdleReport::Kind::active});
    }

    bus::Object mutter_;
    Report report_;
    bool lost_ = false;
    std::vector<Duration> wanted_;
    std::vector<Watch> watches_;
    std::optional<uint> active_id_;
    int calls_for_ids_ = 0;
    std::set<uint> early_;
    std::vector<Duration> crossed_; // fired, their true silence not yet known
    unsigned silence_number_ = 0;
    Silence silence_;
    bus::Signal fired_;
    std::unique_ptr<bus::Signal> bus_lost_;
    bus::NameOwner owner_;
};

} // namespace

void find_mutter_idle(QObject& context, const QDBusConnection& bus, IdleSource::Report report,
                      SourceFound found) {
    const auto owned = [&context, bus, report = std::move(report),
                        found = std::move(found)](const bus::Answer& owner) {
        if (!owner) {
            return found(why_not(N_("nobody on the session bus is {}"), mutter_bus_name));
        }
        // Made before it is asked, so that its end cannot be missed in between.
        const bus::Object mutter{bus, owner->value(0).toString(), object_path, interface_name};
        auto source =
            std::make_shared<std::unique_ptr<MutterIdle>>(std::make_unique<MutterIdle>(mutter, report));
        const auto lives = [source, found](const bus::Answer& answer) {
            if (answer) return found(std::move(*source));
            found(why_not(N_("Mutter does not answer: {}"), answer.error().message().toStdString()));
        };
        bus::call(context, mutter, "GetIdletime", {}, lives, patience);
    };
    bus::call(context, bus::driver_on(bus), "GetNameOwner", {QString{mutter_bus_name}}, owned, patience);
}

} // namespace limber::idle
