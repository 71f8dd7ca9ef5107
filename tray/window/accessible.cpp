// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accessible.hpp"

#include "window/labels.hpp"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QWidget>
#include <Qt>

namespace limber::window {
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

SpokenNotice::SpokenNotice(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setGeometry(0, 0, 1, 1);
}

void teach_roles() {
    static bool taught = false;
    if (taught) return;
    taught = true;
    QAccessible::installFactory(with_role);
}

} // namespace limber::window
