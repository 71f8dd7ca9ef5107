// SPDX-License-Identifier: GPL-3.0-or-later
// A stream buffer whose beginning can be looked at first, also if it is a pipe.
#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <streambuf>
#include <string_view>

namespace limber::simulate {

/// Reads on from `rest` in blocks; `rest` must outlive it.
class Rewound final : public std::streambuf {
public:
    explicit Rewound(std::istream& rest) : rest_(rest) { read_block(); }

    /// What can be seen before anything is read: at most one block.
    [[nodiscard]] std::string_view beginning() const {
        return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
    }

    [[nodiscard]] bool reading_failed() const { return rest_.bad(); }

private:
    void read_block() {
        rest_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        setg(block_.data(), block_.data(), block_.data() + rest_.gcount());
    }

    int_type underflow() override {
        if (gptr() == egptr()) read_block();
        return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

    std::istream& rest_;
    std::array<char, 65536> block_{};
};

} // namespace limber::simulate
