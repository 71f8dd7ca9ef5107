// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard on a bus as long as one of these lives: who has a name, a signal, an answer that changes.
// They call back from the main loop, never from a constructor, and may be ended by what they call.
#pragma once

#include "bus/call.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace limber::bus {

/// Who has a name, without ever starting anybody.
class NameOwner : public QObject {
public:
    /// The unique name of the new owner; empty: there is none. The first call tells how it is at the start.
    using Changed = std::function<void(const QString& owner)>;

    NameOwner(const QDBusConnection& bus, const QString& name, Changed changed);

private:
    void is_now(const QString& owner);

    QDBusServiceWatcher watcher_;
    Changed changed_;
    std::optional<QString> owner_; ///< nothing: not known yet
};

/// A signal with whatever it carries. An empty service or path in `sender` is anybody's.
class Signal : public QObject {
    Q_OBJECT

public:
    using Heard = std::function<void(const QVariantList& values)>;

    Signal(Object sender, const QString& name, Heard heard);

    /// The connection itself is gone.
    [[nodiscard]] static std::unique_ptr<Signal> of_lost_bus(const QDBusConnection& bus,
                                                             std::function<void()> lost);

private Q_SLOTS:
    void arrived(const QDBusMessage& message);

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    Heard heard_;
};

/// A question that is asked of whoever has the name, and again after each of the signals: its answer as it is
/// now. While nobody has the name, the answer is the error ServiceUnknown. Whoever does not answer in time is
/// an error as well, and is waited for: the answer comes when it goes on.
class Followed : public QObject {
public:
    struct Question {
        Object object;
        QString method;
        QVariantList arguments = {};
        QString signal_interface = {};
        QStringList signals_ = {};
        bool signals_answer = false; ///< their values are the answer, and nobody is asked again
        bool signals_of_any_path = false;
    };

    /// A property, for services that tell of its changes.
    [[nodiscard]] static Question property(const Object& object, const QString& name);

    Followed(Question question, Then answered);

    /// Asks once more, for what changes without a signal.
    void ask();

private:
    void owner_changed(const QString& owner);
    void ask_within(std::chrono::milliseconds length);
    void answer(const Answer& answer) const;

    Question question_;
    Then answered_;
    unsigned asked_ = 0; ///< answers to an earlier question are dropped
    std::vector<std::unique_ptr<Signal>> heard_;
    NameOwner owner_;
};

} // namespace limber::bus
