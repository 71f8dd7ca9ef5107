// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/resident.hpp"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <link.h>
#include <malloc.h>
#include <span>
#include <sys/mman.h>
#include <unistd.h>

namespace limber::bus {
namespace {

/// By then everybody who is asked at the start has answered, or has been given up.
constexpr std::chrono::seconds start_is_over{6};

bool changes_its_code(const dl_phdr_info& object, const ElfW(Phdr) & dynamic) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how the loader names a place
    const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(object.dlpi_addr + dynamic.p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry) {
        const bool flags = entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0;
        if (flags || entry->d_tag == DT_TEXTREL) return true;
    }
    return false;
}

/// Code and constants of a library: the same as in its file. While a program starts the kernel maps 64 KiB
/// around each address that is touched, and most of it is never touched again.
int give_back_code(dl_phdr_info* object, std::size_t /*size*/, void* page) {
    const std::size_t page_size = *static_cast<const std::size_t*>(page);
    const std::span parts{object->dlpi_phdr, object->dlpi_phnum};
    if (std::ranges::any_of(parts, [&](const auto& part) {
            return part.p_type == PT_DYNAMIC && changes_its_code(*object, part);
        }))
        return 0;
    for (const auto& part : parts) {
        if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0) continue;
        const std::size_t begin = (object->dlpi_addr + part.p_vaddr) / page_size * page_size;
        const std::size_t end = object->dlpi_addr + part.p_vaddr + part.p_memsz;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how the loader names a place
        madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
    }
    return 0;
}

} // namespace

void give_back_what_the_start_needed() {
    QTimer::singleShot(start_is_over, [] {
        auto page_size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        dl_iterate_phdr(give_back_code, &page_size);
        malloc_trim(0);
    });
}

} // namespace limber::bus
