package io.gearmancdi.examples.quickstart;

import static io.gearmancdi.JobOption.context;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobResult;
import io.gearmancdi.TaskSet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Submits the jobs and waits for them: all thumbnails at once, then the sheet that shows them. */
@Dependent
class Gallery {

    static final String THUMBNAIL = "images~thumbnail";
    static final String CONTACT_SHEET = "images~contact-sheet";

    private static final String SHEET = "contact sheet";

    private final GearmanClient client;

    @Inject
    Gallery(GearmanClient client) {
        this.client = client;
    }

    /** {@return where the thumbnails of a gallery are} */
    static Path thumbnails(Path gallery) {
        return gallery.resolve("thumbnails");
    }

    Summary make(List<Path> images, Path gallery, Progress progress) {
        var results = thumbnails(images, gallery, progress).runTasks();
        var thumbnails = results.all().stream()
                .flatMap(outcome -> outcome.result().stream())
                .filter(JobResult::isSuccess)
                .map(result -> result.as(Thumbnail.class))
                .toList();
        var failures = new ArrayList<>(Failure.among(results));
        var sheet = Optional.<ContactSheet>empty();
        if (!thumbnails.isEmpty()) {
            try {
                sheet = Optional.of(sheet(thumbnails, gallery, progress));
            } catch (GearmanException e) {
                failures.add(new Failure(SHEET, e.getMessage()));
            }
        }
        progress.finish();
        return new Summary(thumbnails, sheet, List.copyOf(failures), progress.elapsed());
    }

    /** Many jobs at once: a set of tasks, each with an object of ours that every event brings back. */
    private TaskSet thumbnails(List<Path> images, Path gallery, Progress progress) {
        var tasks = client.tasks();
        for (var image : images) {
            var name = image.getFileName();
            var request = new ThumbnailRequest(image, thumbnails(gallery).resolve(name), Grid.LARGEST_PICTURE);
            tasks.addTask(THUMBNAIL, request, context(progress.job(name.toString())));
        }
        return tasks;
    }

    /** A single job: one call; reading the result of a failed one throws. */
    private ContactSheet sheet(List<Thumbnail> thumbnails, Path gallery, Progress progress) {
        var request = new ContactSheetRequest(thumbnails, gallery.resolve("contact-sheet.png"));
        return client.doJob(CONTACT_SHEET, request, context(progress.job(SHEET)))
                .as(ContactSheet.class);
    }
}
