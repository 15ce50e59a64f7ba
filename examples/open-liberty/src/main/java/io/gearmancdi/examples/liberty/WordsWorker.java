package io.gearmancdi.examples.liberty;

import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Work;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Counts the words of a part of a text. */
@Work(name = "words", description = "Counts words")
public class WordsWorker {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /**
     * Counts.
     *
     * @param part some lines of a text
     * @return how often each word is there
     */
    @Job(description = "Counts the words of a part of a text")
    public Map<String, Integer> count(String part) {
        if (part.indexOf('\0') >= 0) {
            throw new JobFailure("This is no text");
        }
        var counts = new HashMap<String, Integer>();
        WORD.matcher(part)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }
}
