using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// A review of Open edX in the shape of RPNow. Of its times only eventStart and eventFinish are used: in practice duration repeats eventFinish, and
/// examDate has no zone.
/// </summary>
internal static class RpNowReview
{
    private const string Supplier = "Open edX", Version = "RPNow";

    public static bool Is(JsonElement root) =>
        SupplierFile.Has(root, "reviewStatus") && (SupplierFile.Has(root, "desktopComments") || SupplierFile.Has(root, "webCamComments") || SupplierFile.Has(root, "examProcessingStatus"));

    public static SupplierReport Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var root = file.Root(element);
        var exam = root["examMetaData"];
        return file.Report(
            SupplierFormat.RpNow, $"{Supplier} {Version}", bytes,
            [.. Ids(root["external_id"]), .. Ids(root["ssiRecordLocator"]), .. exam.IsGiven ? Ids(exam["examCode"]).Concat(Ids(exam["ssiRecordLocator"])) : []],
            [
                .. EdxReview.Overall(root["reviewStatus"], file, Version),
                .. Whole(root["overAllComments"], file),
                .. root["desktopComments"].Items().Select(comment => Comment(comment, "desktop", file)),
                .. root["webCamComments"].Items().Select(comment => Comment(comment, "webcam", file)),
            ]);
    }

    // A sitting may be known by the name of either system.
    private static IEnumerable<SupplierId?> Ids(JsonField field) => [SupplierFile.Id("edx", field), SupplierFile.Id("rpnow", field)];

    private static IEnumerable<SupplierSignal> Whole(JsonField comments, SupplierFile file)
    {
        if (file.Text(comments) is { Length: > 0 } text) yield return new SupplierSignal { Place = comments.Path, Kind = "overall", Text = text, Data = SupplierFile.Data(Supplier, Version, comments.Raw()) };
    }

    private static SupplierSignal Comment(JsonField comment, string camera, SupplierFile file) => new()
    {
        Place = comment.Path,
        Seconds = comment["eventStart"].AnyNumber(),
        Kind = file.Text(comment["eventStatus"]) is { Length: > 0 } status ? status : camera,
        Text = SupplierFile.Joined(camera, file.Text(comment["comments"]), file.Text(comment["comment"])),
        Particulars = comment["eventFinish"].IsGiven ? SupplierFile.Number(comment["eventFinish"].AnyNumber()) : "",
        Data = SupplierFile.Data(Supplier, Version, comment.Raw()),
    };
}
