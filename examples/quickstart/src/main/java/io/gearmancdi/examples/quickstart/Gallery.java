package io.gearmancdi.examples.quickstart;

import static io.gearmancdi.JobOption.context;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobResult;
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
        var failures = new ArrayList<Failure>();
        var thumbnails = thumbnails(images, gallery, progress, failures);
        var sheet =
                thumbnails.isEmpty() ? Optional.<ContactSheet>empty() : sheet(thumbnails, gallery, progress, failures);
        progress.finish();
        return new Summary(thumbnails, sheet, List.copyOf(failures), progress.elapsed());
    }

    private List<Thumbnail> thumbnails(List<Path> images, Path gallery, Progress progress, List<Failure> failures) {
        var tasks = client.tasks();
        for (var image : images) {
            var name = image.getFileName();
            var request = new ThumbnailRequest(image, thumbnails(gallery).resolve(name), Grid.LARGEST_PICTURE);
            tasks.addTask(THUMBNAIL, request, context(progress.job(name.toString())));
        }
        var thumbnails = new ArrayList<Thumbnail>();
        for (var outcome : tasks.runTasks().all()) {
            outcome.result()
                    .filter(JobResult::isSuccess)
                    .ifPresentOrElse(
                            result -> thumbnails.add(result.as(Thumbnail.class)),
                            () -> failures.add(Failure.of(outcome)));
        }
        return List.copyOf(thumbnails);
    }

    private Optional<ContactSheet> sheet(
            List<Thumbnail> thumbnails, Path gallery, Progress progress, List<Failure> failures) {
        var job = progress.job("contact sheet");
        var request = new ContactSheetRequest(thumbnails, gallery.resolve("contact-sheet.png"));
        try {
            return Optional.of(
                    client.doJob(CONTACT_SHEET, request, context(job)).as(ContactSheet.class));
        } catch (GearmanException e) {
            failures.add(new Failure(job.name(), e.getMessage()));
            return Optional.empty();
        }
    }
}
