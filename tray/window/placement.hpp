// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the screen the guided break's window is put and how large it is; the same page on every other
// screen, for who wants to see it wherever they look.
#pragma once

#include "settings/settings.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QObject>
#include <QSize>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QEvent;
class QScreen;
class QWidget;

namespace limber::poses {
class FigureBook;
}

namespace limber::window {

/// As much larger as the desktop's letters are, but no larger than a screen takes with a title and a frame.
[[nodiscard]] QSize grown(const QSize& size);

/// Shows a window over its whole screen.
void fill_with(QWidget& window);

class Placement : public QObject {
    Q_OBJECT

public:
    explicit Placement(QWidget& window) : window_(window) {}

    /// Before the window is shown.
    void set_mode(settings::WindowMode mode);

    [[nodiscard]] settings::WindowMode mode() const { return mode_; }

    /// Shows the window in its place; only with a guided break (`guided`) it fills a screen, and is in front.
    void show(bool guided);

    /// From its first picture on.
    void let_resize();

    /// In front of other windows, where the desktop lets it.
    void keep_above(bool above);

    /// The one the window is on.
    [[nodiscard]] const QScreen* taken_screen() const;

    /// Fills a screen anew when one has come: KWin may have moved the window to that one and not said so.
    void take_back_screen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void to_corner();
    void fill_screen();
    void fill_screen_it_is_on();
    void fill_now();

    QWidget& window_;
    settings::WindowMode mode_ = settings::WindowMode::normal;
    bool waiting_ = false; ///< to be on a screen
};

class BreakView;

/// The page on every screen but the window's own.
class OtherScreens {
public:
    /// `main` gets the keys that are pressed on them, and is closed when one of them is.
    OtherScreens(const poses::FigureBook& figures, QWidget& main);
    OtherScreens(const OtherScreens&) = delete;
    OtherScreens& operator=(const OtherScreens&) = delete;
    ~OtherScreens();

    /// All screens there are now but `taken`, those that are new as `shown` is.
    void cover(const QScreen* taken, const BreakView& shown);
    void uncover();

    [[nodiscard]] std::vector<BreakView*> views() const;

    void on_control(std::function<void(const Control&)> act) { act_ = std::move(act); }

private:
    class Screen;

    const poses::FigureBook& figures_;
    QWidget& main_;
    std::function<void(const Control&)> act_;
    std::vector<std::unique_ptr<Screen>> screens_;
};

} // namespace limber::window
