using System.Text.Json;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>A review of Open edX in the REST shape. Seconds run from the start; the status of a comment is whatever the supplier writes.</summary>
internal static class EdxReview
{
    private const string Supplier = "Open edX", Version = "REST";

    // These say that there is nothing to ask.
    private static readonly string[] Unremarkable = ["passed", "not_reviewed", "clean", "not reviewed"];

    public static bool Is(JsonElement root) => SupplierFile.Has(root, "status", JsonValueKind.String) && SupplierFile.Has(root, "comments", JsonValueKind.Array);

    public static SupplierReport Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var root = file.Root(element);
        return file.Report(
            SupplierFormat.Edx, $"{Supplier} {Version}", bytes,
            [SupplierFile.Id("edx", root["external_id"]), SupplierFile.Id("edx", root["attempt_code"])],
            [.. Overall(root["status"], file), .. root["comments"].Items().Select(comment => Comment(comment, file))]);
    }

    /// <summary>What the supplier makes of the whole is a signal like any other (AP-INBR-3).</summary>
    public static IEnumerable<SupplierSignal> Overall(JsonField status, SupplierFile file, string version = Version)
    {
        var text = file.Text(status);
        if (text.Length is 0 || Unremarkable.Contains(text, StringComparer.OrdinalIgnoreCase)) yield break;
        yield return new SupplierSignal { Place = status.Path, Kind = "review", Text = text, Data = SupplierFile.Data(Supplier, version, status.Raw()) };
    }

    private static SupplierSignal Comment(JsonField comment, SupplierFile file) => new()
    {
        Place = comment.Path,
        Seconds = comment["start"].AnyNumber(),
        Source = SignalSource.Vendor,
        Kind = file.Text(comment["status"]) is { Length: > 0 } status ? status : "comment",
        Text = file.Text(comment["comment"]),
        Particulars = comment["stop"].IsGiven ? SupplierFile.Number(comment["stop"].AnyNumber()) : "",
        Data = SupplierFile.Data(Supplier, Version, comment.Raw()),
    };
}
