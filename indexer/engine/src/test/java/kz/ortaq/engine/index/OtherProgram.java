package kz.ortaq.engine.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A program of another version, whose fields and analysis are not ours. */
public final class OtherProgram {

    private OtherProgram() {}

    /** Makes an index, closed by now, look as if that program had built it. */
    public static void claims(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            Map<String, String> data = new LinkedHashMap<>();
            writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            data.put("fingerprint", "0;another");
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }
}
