package kz.ortaq.extractor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** The few functions of Linux's C library that a process needs to give up its own rights. Negative results are refusals. */
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();

    private final MethodHandle syscall = function(
            "syscall",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private final MethodHandle open = function(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private final MethodHandle limit = function(
            "setrlimit", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    private final MethodHandle control = function(
            "prctl",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private final MethodHandle execute =
            function("execv", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));

    private final Arena memory;

    /** @param memory what is passed by address lives there */
    Libc(Arena memory) {
        this.memory = memory;
    }

    /** A system call by its number. */
    long call(long number, long first, long second, long third, long fourth) {
        try {
            return (long) syscall.invokeExact(number, first, second, third, fourth, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets a property of this process; 0 where the system did so. */
    int control(int property, long first, long second) {
        try {
            return (int) control.invokeExact(property, first, second, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A descriptor of a file or folder with these flags; negative where it does not exist. */
    int open(String path, int flags) {
        try {
            return (int) open.invokeExact(memory.allocateFrom(path), flags);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bounds a resource of this process and of all that it becomes, softly and hard. */
    void limit(int resource, long most) {
        MemorySegment both = memory.allocate(ValueLayout.JAVA_LONG, 2);
        both.setAtIndex(ValueLayout.JAVA_LONG, 0, most);
        both.setAtIndex(ValueLayout.JAVA_LONG, 1, most);
        try {
            int refused = (int) limit.invokeExact(resource, both);
            if (refused != 0) {
                System.err.println("The system does not bound resource " + resource + " at " + most);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Becomes another program; returns only where that is refused. */
    void become(List<String> command) {
        MemorySegment arguments = memory.allocate(ValueLayout.ADDRESS, command.size() + 1);
        for (int at = 0; at < command.size(); at++) {
            arguments.setAtIndex(ValueLayout.ADDRESS, at, memory.allocateFrom(command.get(at)));
        }
        arguments.setAtIndex(ValueLayout.ADDRESS, command.size(), MemorySegment.NULL);
        try {
            int ignored = (int) execute.invokeExact(memory.allocateFrom(command.getFirst()), arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    MemorySegment allocate(long bytes) {
        return memory.allocate(bytes, Long.BYTES);
    }

    private static MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }
}
