using System.Globalization;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>A result of Constructor Proctor: warnings at absolute times, and a conclusion with a score, which is a signal like any other.</summary>
internal static class ConstructorResult
{
    private const string Supplier = "Constructor Proctor", Version = "result";

    public static bool Is(JsonElement root) => SupplierFile.Has(root, "sessionId") && (SupplierFile.Has(root, "warnings") || SupplierFile.Has(root, "conclusion"));

    public static SupplierReport Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var root = file.Root(element);
        var (start, end) = (Given(root["sessionStart"]), Given(root["sessionEnd"]));
        if (end < start) throw root["sessionEnd"].Refused(RefusalReason.EndBeforeStart);
        var titles = Titles(root["warningTitles"], file);
        var warnings = root["warnings"].Items().Select(warning => (Field: warning, Signal: Warning(warning, titles, file))).ToArray();
        var inside = warnings.ToLookup(warning => !(warning.Signal.Moment < start) && !(warning.Signal.Moment > end));
        return file.Report(
            SupplierFormat.Constructor, Supplier, bytes, [SupplierFile.Id("constructor", root["sessionId"])],
            [.. Conclusion(root, file), .. inside[true].Select(warning => warning.Signal)]) with
        {
            Refused = [.. inside[false].Select(warning => new DeliveryRefusal(RefusalReason.OutsideItsSession, file.Name, Line: null, [warning.Signal.Place, warning.Signal.Moment!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)]))],
        };
    }

    private static DateTimeOffset? Given(JsonField moment) => moment.IsGiven ? moment.Moment() : null;

    private static Dictionary<string, string> Titles(JsonField titles, SupplierFile file) =>
        titles.IsObject ? titles.Members().ToDictionary(title => title.Name, title => file.Text(title.Field), StringComparer.Ordinal) : [];

    private static SupplierSignal Warning(JsonField warning, Dictionary<string, string> titles, SupplierFile file)
    {
        var type = warning["type"].Scalar() is { Length: > 0 } given ? given : throw warning["type"].Missing();
        var end = Given(warning["end"]);
        if (end < warning["start"].Moment()) throw warning["end"].Refused(RefusalReason.EndBeforeStart);
        return new SupplierSignal
        {
            Place = warning.Path,
            Moment = warning["start"].Moment(),
            Kind = type,
            Text = titles.TryGetValue(type, out var title) && title.Length > 0 ? title : type,
            Particulars = end?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "",
            Data = SupplierFile.Data(Supplier, Version, warning.Raw()),
        };
    }

    private static IEnumerable<SupplierSignal> Conclusion(JsonField root, SupplierFile file)
    {
        var (conclusion, comment) = (file.Text(root["conclusion"]), file.Text(root["comment"]));
        var score = root["score"].IsGiven ? root["score"].AnyNumber() : (double?)null;
        var threshold = root["threshold"].IsGiven ? root["threshold"].AnyNumber() : (double?)null;
        if (conclusion.Length is 0 && comment.Length is 0 && score is null) yield break;
        yield return new SupplierSignal
        {
            Place = "conclusion",
            Kind = "conclusion",
            Text = SupplierFile.Joined(conclusion, comment, score is { } number ? $"score {SupplierFile.Number(number)}{(threshold is { } limit ? $" / {SupplierFile.Number(limit)}" : "")}" : null),
            Weight = score is >= 0 and <= 1 ? score : null,
            Data = SupplierFile.Data(Supplier, Version, raw: null, ("conclusion", conclusion), ("comment", comment), ("score", root["score"].Raw()), ("threshold", root["threshold"].Raw())),
        };
    }
}
