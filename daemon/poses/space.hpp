// SPDX-License-Identifier: GPL-3.0-or-later
// Points, directions and turns in space, in plain numbers: poses are needed where no picture can be drawn.
#pragma once

#include <cmath>
#include <numbers>

namespace limber::poses {

class Vector3 {
public:
    constexpr Vector3() = default;

    constexpr Vector3(float x, float y, float z) : x_{x}, y_{y}, z_{z} {}

    [[nodiscard]] constexpr float x() const { return x_; }

    [[nodiscard]] constexpr float y() const { return y_; }

    [[nodiscard]] constexpr float z() const { return z_; }

    constexpr void set_x(float x) { x_ = x; }

    constexpr void set_y(float y) { y_ = y; }

    constexpr void set_z(float z) { z_ = z; }

    [[nodiscard]] constexpr bool is_zero() const { return x_ == 0 && y_ == 0 && z_ == 0; }

    [[nodiscard]] constexpr float square() const { return x_ * x_ + y_ * y_ + z_ * z_; }

    [[nodiscard]] float length() const { return std::sqrt(square()); }

    /// Of length 1; zero stays zero.
    [[nodiscard]] Vector3 normalized() const {
        const float size = length();
        return size > 0 ? Vector3{x_ / size, y_ / size, z_ / size} : Vector3{};
    }

    constexpr Vector3& operator+=(const Vector3& other) {
        return *this = {x_ + other.x_, y_ + other.y_, z_ + other.z_};
    }

    bool operator==(const Vector3&) const = default;

private:
    float x_ = 0;
    float y_ = 0;
    float z_ = 0;
};

[[nodiscard]] constexpr Vector3 operator+(const Vector3& a, const Vector3& b) {
    return {a.x() + b.x(), a.y() + b.y(), a.z() + b.z()};
}

[[nodiscard]] constexpr Vector3 operator-(const Vector3& a, const Vector3& b) {
    return {a.x() - b.x(), a.y() - b.y(), a.z() - b.z()};
}

[[nodiscard]] constexpr Vector3 operator*(const Vector3& a, float factor) {
    return {a.x() * factor, a.y() * factor, a.z() * factor};
}

/// Each number by its own.
[[nodiscard]] constexpr Vector3 operator*(const Vector3& a, const Vector3& factors) {
    return {a.x() * factors.x(), a.y() * factors.y(), a.z() * factors.z()};
}

[[nodiscard]] constexpr Vector3 operator/(const Vector3& a, float divisor) {
    return {a.x() / divisor, a.y() / divisor, a.z() / divisor};
}

[[nodiscard]] constexpr float dot(const Vector3& a, const Vector3& b) {
    return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
}

[[nodiscard]] constexpr Vector3 cross(const Vector3& a, const Vector3& b) {
    return {a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x()};
}

/// A turn in space: a quaternion of length 1.
class Rotation {
public:
    constexpr Rotation() = default;

    /// `axis` has length 1.
    [[nodiscard]] static Rotation about(const Vector3& axis, float degrees) {
        const float half = degrees * std::numbers::pi_v<float> / 360;
        return {std::cos(half), axis * std::sin(half)};
    }

    [[nodiscard]] constexpr Vector3 turned(const Vector3& v) const {
        const Vector3 twice = cross(axis_, v) * 2;
        return v + twice * w_ + cross(axis_, twice);
    }

    /// The turn that undoes this one.
    [[nodiscard]] constexpr Rotation back() const { return {w_, axis_ * -1}; }

    /// First `b`, then `a`.
    [[nodiscard]] friend constexpr Rotation operator*(const Rotation& a, const Rotation& b) {
        return {a.w_ * b.w_ - dot(a.axis_, b.axis_),
                b.axis_ * a.w_ + a.axis_ * b.w_ + cross(a.axis_, b.axis_)};
    }

    /// The turn that is this part of the shortest way from one to the other.
    [[nodiscard]] friend Rotation between(const Rotation& from, const Rotation& to, float part) {
        const float cosine = from.w_ * to.w_ + dot(from.axis_, to.axis_);
        const float side = cosine < 0 ? -1.0F : 1.0F;
        float a = 1 - part;
        float b = part;
        if (std::fabs(cosine) < 0.9999F) {
            const float angle = std::acos(std::fabs(cosine));
            a = std::sin(a * angle) / std::sin(angle);
            b = std::sin(b * angle) / std::sin(angle);
        }
        const Rotation mixed{from.w_ * a + to.w_ * b * side, from.axis_ * a + to.axis_ * (b * side)};
        const float size = std::sqrt(mixed.w_ * mixed.w_ + mixed.axis_.square());
        return {mixed.w_ / size, mixed.axis_ / size};
    }

private:
    constexpr Rotation(float w, const Vector3& axis) : w_{w}, axis_{axis} {}

    float w_ = 1;
    Vector3 axis_;
};

} // namespace limber::poses
