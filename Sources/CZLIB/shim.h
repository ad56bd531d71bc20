#ifndef CORDON_CZLIB_SHIM_H
#define CORDON_CZLIB_SHIM_H
#include <zlib.h>
#endif
