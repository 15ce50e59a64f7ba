package io.gearmancdi.examples.quickstart;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** The work: each method is a function that job servers hand jobs to. */
@Work(name = "images", description = "Makes images smaller and lays them out")
class ImageWorker {

    @Job(description = "Scales an image down and keeps its shape")
    Thumbnail thumbnail(ThumbnailRequest request, GearmanJob job) {
        var name = request.image().getFileName().toString();
        var image = ImageFiles.read(request.image(), request.longestSide());
        job.sendStatus(1, 3);

        var size = image.original().within(request.longestSide());
        if (size.equals(image.original())) {
            job.sendWarning(name + " is no larger than a thumbnail and keeps its size");
        }
        var small = Scaling.scale(image.pixels(), size);
        job.sendStatus(2, 3);

        ImageFiles.write(small, request.thumbnail());
        job.sendStatus(3, 3);
        return new Thumbnail(name, image.original(), request.thumbnail(), size, AverageColour.of(small));
    }

    @Job(name = "contact-sheet", description = "Lays thumbnails out in a grid, with their names")
    ContactSheet contactSheet(ContactSheetRequest request, GearmanJob job) {
        var thumbnails = request.thumbnails();
        var sheet = new SheetPainter(thumbnails.size());
        for (var thumbnail : thumbnails) {
            sheet.add(
                    thumbnail,
                    ImageFiles.read(thumbnail.file(), thumbnail.size().longestSide())
                            .pixels());
            job.sendStatus(sheet.count(), thumbnails.size());
        }
        if (!sheet.hasLabels()) {
            job.sendWarning("There are no fonts on this machine: the contact sheet shows no names");
        }
        ImageFiles.write(sheet.finish(), request.sheet());
        return new ContactSheet(request.sheet(), sheet.size());
    }
}
