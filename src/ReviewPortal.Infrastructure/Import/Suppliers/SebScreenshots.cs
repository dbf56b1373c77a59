using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// What the screen proctoring of Safe Exam Browser says beside its screenshots; the pictures themselves stay where they are. They come out of order, "-"
/// stands for nothing, an address may be no address, and a screenshot may belong to no session: then it waits for a person.
/// </summary>
internal static class SebScreenshots
{
    private const string Supplier = "Safe Exam Browser", Version = "screen proctoring", Prefix = "screenProctoringMetadata";

    private static readonly string[] Times = ["timestamp", "serverTime", "time"];

    private static readonly string[] Sessions = ["sessionUUID", "sessionUuid", "sessionId", "session"];

    private static readonly string[] Pictures = ["fileName", "filename", "file", "image", "uuid", "id"];

    public static bool Is(byte[] bytes)
    {
        try
        {
            using var json = JsonText.Parse(bytes, "", line: null);
            return Is(json.RootElement);
        }
        catch (RefusedDeliveryException)
        {
            return false;
        }
    }

    public static bool Is(JsonElement root) => Items(root) is { } items && items.ValueKind is JsonValueKind.Array
        ? items.GetArrayLength() > 0 && items.EnumerateArray().All(One)
        : One(root);

    private static JsonElement? Items(JsonElement root) => root.ValueKind is JsonValueKind.Array ? root : SupplierFile.Has(root, "screenshots", JsonValueKind.Array) ? root.GetProperty("screenshots") : null;

    private static bool One(JsonElement item) => item.ValueKind is JsonValueKind.Object
        && (item.EnumerateObject().Any(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal)) || SupplierFile.Has(item, "metaData"));

    public static ImmutableArray<SupplierReport> Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var root = file.Root(element);
        ImmutableArray<JsonField> items = root.IsList ? [.. root.Items()] : SupplierFile.Has(element, "screenshots") ? [.. root["screenshots"].Items()] : [root];
        var groups = items.GroupBy(item => Given(item, Sessions)?.Scalar() ?? "", StringComparer.OrdinalIgnoreCase).ToArray();
        if (groups.Length is 0) return [file.Report(SupplierFormat.Seb, $"{Supplier} {Version}", bytes, [], [])];
        return [.. groups.Select(group => file.Report(
            SupplierFormat.Seb, $"{Supplier} {Version}", groups.Length is 1 ? bytes : Encoding.UTF8.GetBytes($"[{string.Join(',', group.Select(item => item.Raw()))}]"),
            [group.Key is "" or "-" ? null : new SupplierId("seb", group.Key)],
            group.Select(item => Signal(item, file)).OrderBy(signal => signal.Moment)))];
    }

    private static JsonField? Given(JsonField item, string[] names) => names.Select(name => item[name]).FirstOrDefault(field => field.IsGiven);

    private static SupplierSignal Signal(JsonField item, SupplierFile file)
    {
        var moment = (Given(item, Times) ?? throw item["timestamp"].Missing()).MomentOrEpoch();
        var said = Metadata(item, file);
        return new SupplierSignal
        {
            Place = item.Path,
            Moment = moment,
            Source = said.ContainsKey("URL") ? SignalSource.Website : SignalSource.Application,
            Kind = "screenshot",
            Text = SupplierFile.Joined(Order.Where(said.ContainsKey).Select(name => said[name])),
            Data = SupplierFile.Data(Supplier, Version, item.Raw()),
            Still = new(Picture(item), Of("Application") ?? Of("ActiveApp"), Of("WindowTitle"), Of("URL")),
        };

        string? Of(string name) => said.GetValueOrDefault(name);
    }

    // Only what can be a name in an archive; whatever else stands there names no picture.
    private static string? Picture(JsonField item) => Given(item, Pictures) is { IsText: true } field && field.OptionalText()?.Trim() is { } name && BundlePath.IsSafe(name) ? name : null;

    private static readonly string[] Order = ["Application", "ActiveApp", "Browser", "WindowTitle", "URL", "UserAction"];

    // Flat, or under metaData; and there as an object or as JSON in a text.
    private static Dictionary<string, string> Metadata(JsonField item, SupplierFile file)
    {
        var meta = item["metaData"];
        if (!meta.IsText) return Said(meta.IsGiven ? meta : item, file);
        using var json = JsonText.Parse(Encoding.UTF8.GetBytes(file.Text(meta)), file.Name, line: null);
        return Said(file.Root(json.RootElement), file);
    }

    private static Dictionary<string, string> Said(JsonField meta, SupplierFile file) => meta.Members()
        .Where(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(member => (Name: member.Name[Prefix.Length..], Text: file.Text(member.Field)))
        .Where(member => member.Text is not ("" or "-"))
        .ToDictionary(member => member.Name, member => member.Text, StringComparer.Ordinal);
}
