// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told: what each part of the window is, how far the break has come, and, without
// being asked, what a new step says.
#include "bus/call.hpp"
#include "window/widgets.hpp"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QVariantMap>
#include <QWidget>
#include <Qt>
#include <QtGlobal>

#include <utility>

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
#    include <QDBusVariant>
#endif

namespace limber::window {

/// Not to be seen: its accessible name is a notice that has come up.
class SpokenNotice : public QWidget {
    Q_OBJECT

public:
    explicit SpokenNotice(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setGeometry(0, 0, 1, 1);
    }
};

namespace {

/// Says how far the break has come when asked. Of Qt's own progress bar screen readers are told at every
/// step, and they say so, over the instruction.
class ProgressInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ProgressInterface(BreakProgress* progress)
        : QAccessibleWidget(progress, QAccessible::ProgressBar), progress_(progress) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QVariant currentValue() const override { return progress_->value(); }

    void setCurrentValue(const QVariant& /*value*/) override {}

    [[nodiscard]] QVariant maximumValue() const override { return BreakProgress::most; }

    [[nodiscard]] QVariant minimumValue() const override { return 0; }

    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    const BreakProgress* progress_;
};

// Qt takes every widget without a class of its own for a filler between others.
QAccessibleInterface* with_role(const QString& name, QObject* object) {
    auto* const widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr) return nullptr;
    // NOLINTBEGIN(cppcoreguidelines-owning-memory): Qt deletes them
    if (name == QLatin1String{"limber::window::BreakWindow"})
        return new QAccessibleWidget{widget, QAccessible::Window};
    if (name == QLatin1String{"limber::window::Stage"})
        return new QAccessibleWidget{widget, QAccessible::Graphic};
    if (name == QLatin1String{"limber::window::SpokenNotice"})
        return new QAccessibleWidget{widget, QAccessible::Notification};
    if (auto* const progress = qobject_cast<BreakProgress*>(widget); progress != nullptr)
        return new ProgressInterface{progress};
    // NOLINTEND(cppcoreguidelines-owning-memory)
    return nullptr;
}

} // namespace

void teach_roles() {
    QAccessible::installFactory(with_role); // which Qt keeps once
}

namespace {

/// Qt's own connection to the accessibility bus.
QDBusConnection accessibility_bus() {
    return QDBusConnection{QStringLiteral("a11y")};
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void send_announcement(QWidget* label) {
    QAccessibleAnnouncementEvent event{label, label->accessibleName()};
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

#else

// AtspiLive, in at-spi2's atspi-constants.h.
constexpr int live_polite = 1;

// Before 6.8 Qt has no event for this: it is sent as Qt sends it since.
void send_announcement(QWidget* label) {
    QAccessibleInterface* const speaker = QAccessible::queryAccessibleInterface(label);
    if (speaker == nullptr) return;
    auto signal = QDBusMessage::createSignal(
        QStringLiteral("/org/a11y/atspi/accessible/%1").arg(QAccessible::uniqueId(speaker)),
        QStringLiteral("org.a11y.atspi.Event.Object"), QStringLiteral("Announcement"));
    signal.setArguments({QString{}, live_polite, 0,
                         QVariant::fromValue(QDBusVariant{label->accessibleName()}), QVariantMap{}});
    accessibility_bus().send(signal);
}

#endif

/// Orca before version 45 does not know announcements. Of what appears without the focus it reads
/// notifications.
void show_notice(QWidget* label) {
    QWidget* const page = label->parentWidget() != nullptr ? label->parentWidget() : label;
    auto* notice = page->findChild<SpokenNotice*>(QString{}, Qt::FindDirectChildrenOnly);
    const bool fresh = notice == nullptr;
    if (fresh) notice = new SpokenNotice{page}; // NOLINT(cppcoreguidelines-owning-memory): owned by the page
    notice->setAccessibleName(label->accessibleName());
    if (fresh) {
        notice->show(); // which Qt tells of
        return;
    }
    QAccessibleEvent event{notice, QAccessible::ObjectShow};
    QAccessible::updateAccessibility(&event);
}

struct Listened {
    bool announcements = false;
    bool notices = false;
};

/// From pairs of a bus name and an event, "Object:StateChanged:Showing". Magnifiers follow all states, and
/// say nothing: only who asks for this one reads it.
Listened read_listened(const QVariant& pairs) {
    Listened listened;
    const auto events = pairs.value<QDBusArgument>();
    if (events.currentSignature() != QLatin1String{"a(ss)"}) return listened;
    events.beginArray();
    while (!events.atEnd()) {
        QString listener;
        QString event;
        events.beginStructure();
        events >> listener >> event;
        events.endStructure();
        if (event.startsWith(QLatin1String{"Object:Announcement"}, Qt::CaseInsensitive))
            listened.announcements = true;
        if (event.startsWith(QLatin1String{"Object:StateChanged:Showing"}, Qt::CaseInsensitive))
            listened.notices = true;
    }
    events.endArray();
    return listened;
}

} // namespace

void announce_to_readers(QWidget* label, std::function<void()> unheard) {
    if (!QAccessible::isActive() || !accessibility_bus().isConnected()) {
        unheard();
        return;
    }
    const bus::Object registry{accessibility_bus(), "org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                               "org.a11y.atspi.Registry", true};
    const auto answered = [label, unheard = std::move(unheard)](const bus::Answer& answer) {
        const Listened listened = answer ? read_listened(answer->value(0)) : Listened{};
        if (listened.announcements) {
            send_announcement(label);
        } else if (listened.notices) {
            show_notice(label);
        } else {
            unheard();
        }
    };
    bus::call(*label, registry, QStringLiteral("GetRegisteredEvents"), {}, answered);
}

} // namespace limber::window

#include "accessible.moc"
