package io.gearmancdi.cli.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.JobEntry;
import io.gearmancdi.cli.view.LimitValues;
import io.gearmancdi.cli.view.WorkerEntry;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;

/** A catalog as bytes. What is read is bounded by what is there. */
final class CatalogCodec {

    private CatalogCodec() {}

    static void write(Catalog catalog, DataOutputStream out) throws IOException {
        writeText(catalog.jobPrefix(), out);
        writeAll(catalog.workers(), CatalogCodec::write, out);
    }

    private static void write(WorkerEntry worker, DataOutputStream out) throws IOException {
        writeText(worker.className(), out);
        writeText(worker.fileName(), out);
        writeText(worker.callableName(), out);
        writeText(worker.service(), out);
        writeText(worker.description(), out);
        write(worker.limits(), out);
        writeAll(worker.servers(), CatalogCodec::writeText, out);
        writeAll(worker.jobs(), CatalogCodec::write, out);
    }

    private static void write(JobEntry job, DataOutputStream out) throws IOException {
        writeText(job.methodName(), out);
        writeText(job.callableName(), out);
        writeText(job.function(), out);
        writeText(job.description(), out);
        writeText(job.defaultMethod(), out);
        write(job.limits(), out);
        writeAll(job.servers(), CatalogCodec::writeText, out);
    }

    private static void write(LimitValues limits, DataOutputStream out) throws IOException {
        out.writeInt(limits.iterations());
        out.writeLong(limits.minimumExecutionTime());
        out.writeLong(limits.timeout());
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static <T> void writeAll(List<T> values, Writing<T> each, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (var value : values) {
            each.write(value, out);
        }
    }

    static Catalog read(DataInputStream in) throws IOException {
        return new Catalog(readText(in), readAll(CatalogCodec::readWorker, in));
    }

    private static WorkerEntry readWorker(DataInputStream in) throws IOException {
        return new WorkerEntry(
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readLimits(in),
                readAll(CatalogCodec::readText, in),
                readAll(CatalogCodec::readJob, in));
    }

    private static JobEntry readJob(DataInputStream in) throws IOException {
        return new JobEntry(
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readLimits(in),
                readAll(CatalogCodec::readText, in));
    }

    private static LimitValues readLimits(DataInputStream in) throws IOException {
        return new LimitValues(in.readInt(), in.readLong(), in.readLong());
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(length(in)), UTF_8);
    }

    static <T> List<T> readAll(Reading<T> each, DataInputStream in) throws IOException {
        int count = length(in);
        var values = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            values.add(each.read(in));
        }
        return values;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new StreamCorruptedException("No length: " + length);
        }
        return length;
    }

    /** Writes one value. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }
}
