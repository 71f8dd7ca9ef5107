// SPDX-License-Identifier: GPL-3.0-or-later
// The real program in a home of its own, with or without a session bus of its own.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace limber::testing {

/// What a run of `limber` left behind.
struct Ran {
    int exit = -1;
    std::string out;
    std::string err;
};

/// Below a home.
inline const QString user_file = QStringLiteral(".config/limber/limber.toml");

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Terminal {
public:
    enum class Bus { none, own };

    explicit Terminal(Bus bus = Bus::none);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    Ran limber(const QStringList& arguments);

    void set(const QString& variable, const QString& value) { environment_.insert(variable, value); }

    /// A file below the home, its folders made.
    void write(const QString& name, const QByteArray& content);
    [[nodiscard]] QByteArray read(const QString& name) const;

    [[nodiscard]] QString path(const QString& name) const { return home_.filePath(name); }

    [[nodiscard]] const QProcessEnvironment& environment() const { return environment_; }

private:
    QTemporaryDir home_;
    QProcessEnvironment environment_;
    QProcess bus_;
};

/// What `limber` writes to a terminal of this width.
std::string on_terminal(const Terminal& terminal, const QStringList& arguments, unsigned short columns);

} // namespace limber::testing
