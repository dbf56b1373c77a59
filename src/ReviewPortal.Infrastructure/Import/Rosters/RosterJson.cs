using System.Collections.Immutable;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>
/// Associations of the open education API with their person and offering expanded, in version 5 or 6: a list, one page of a list, or a single one. Results
/// stand in the same objects; of these nothing is read but who was there.
/// </summary>
internal static class RosterJson
{
    public static bool Is(JsonElement root) => Items(root).Take(20).ToArray() is { Length: > 0 } items && items.Any(IsAssociation);

    /// <summary>In version 6 a consumer is one object and an address is called "email"; in version 5 consumers are a list.</summary>
    public static RosterFormat FormatOf(JsonElement root) => Items(root).Any(item => Has(item, "consumer") || Text(item, "person", "email").Length > 0 || Text(item, "testComponentOfferingId").Length > 0) ? RosterFormat.OeApi : RosterFormat.OoApi;

    public static void Read(JsonElement root, RosterLines lines)
    {
        var prefix = root.ValueKind is JsonValueKind.Array ? "" : "items";
        foreach (var (item, place) in Items(root).Select((item, index) => (item, FormattableString.Invariant($"{prefix}[{index}]"))))
        {
            if (item.ValueKind is not JsonValueKind.Object) lines.Fault(RosterFault.NotAnObject, line: null, place);
            else if (IsForStudents(item)) Read(item, place, lines);
        }
    }

    private static void Read(JsonElement item, string place, RosterLines lines)
    {
        if (!Has(item, "person") || item.GetProperty("person").ValueKind is not JsonValueKind.Object) lines.Fault(RosterFault.NoPerson, line: null, place + ".person");
        else lines.Add(Raw(item, item.GetProperty("person"), place));
    }

    private static RawCandidate Raw(JsonElement item, JsonElement person, string place) => new(null, place)
    {
        StudentNumber = StudentNumber(person),
        Exam = First(Text(item, "offering", "primaryCode", "code"), Text(item, "testComponentOffering", "primaryCode", "code"), Text(item, "componentOffering", "primaryCode", "code"), Text(item, "offering", "abbreviation")),
        Name = Name(person),
        Email = First(Text(person, "email"), Text(person, "mail"), Text(person, "primaryMailAddress")),
        ExtraTime = First([Text(item, "extraDuration"), .. Consumers(item).Select(consumer => Text(consumer, "extraDuration"))]),
        Needs = [.. Texts(item, "requiredPersonalNeeds"), .. Consumers(item).SelectMany(consumer => Texts(consumer, "requiredPersonalNeeds"))],
        Attendance = First([Text(item, "attendance"), .. Consumers(item).Select(consumer => Text(consumer, "attendance"))]),
        HasIrregularity = Texts(item, "irregularities").Any() || Consumers(item).Any(consumer => Texts(consumer, "irregularities").Any())
            || List(item, "attempts").Any(attempt => Texts(attempt, "irregularities").Any()) || Text(item, "attempt", "irregularities").Length > 0,
    };

    // studentNumber and student_number both occur; otherwise it is the primary code, whatever that is called.
    private static string StudentNumber(JsonElement person) => List(person, "otherCodes").Append(Element(person, "primaryCode"))
        .Where(code => Text(code, "codeType").Replace("_", "", StringComparison.Ordinal).Equals("studentNumber", StringComparison.OrdinalIgnoreCase))
        .Select(code => Text(code, "code")).FirstOrDefault(code => code.Length > 0) ?? Text(person, "primaryCode", "code");

    // Somebody whose name is shown with the surname's prefix; a display name is the institution's own choice and goes first.
    private static string Name(JsonElement person) => First(
        Text(person, "displayName"),
        string.Join(' ', new[] { First(Text(person, "preferredName"), Text(person, "givenName")), Text(person, "surnamePrefix"), Text(person, "surname") }.Where(part => part.Length > 0)));

    private static IEnumerable<JsonElement> Items(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray(),
        JsonValueKind.Object when Has(root, "items") => List(root, "items"),
        JsonValueKind.Object => [root],
        _ => [],
    };

    private static bool IsAssociation(JsonElement item) => Text(item, "associationId").Length > 0 || (Has(item, "person") && (Has(item, "offering") || Has(item, "testComponentOffering") || Has(item, "extraDuration")));

    // Lecturers and invigilators stand in the same lists.
    private static bool IsForStudents(JsonElement item) => Text(item, "role") is "" or "student";

    private static IEnumerable<JsonElement> Consumers(JsonElement item) => List(item, "consumers").Append(Element(item, "consumer"));

    private static bool Has(JsonElement element, string name) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out _);

    private static JsonElement Element(JsonElement element, string name) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

    private static JsonElement[] List(JsonElement element, string name) => Element(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    // A list, a text, or, as one version of the specification shows it, a list in a list.
    private static IEnumerable<string> Texts(JsonElement element, string name) => Flat(Element(element, name)).Where(text => text.Trim().Length > 0);

    private static IEnumerable<string> Flat(JsonElement element) => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [Scalar(element)];

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) element = Element(element, name);
        return Scalar(element);
    }

    private static string Scalar(JsonElement element)
    {
        try
        {
            return element.ValueKind switch { JsonValueKind.String => element.GetString()!.Trim(), JsonValueKind.Number => element.GetRawText(), _ => "" };
        }
        catch (InvalidOperationException)
        {
            return ""; // Half of a surrogate pair.
        }
    }

    private static string First(params IEnumerable<string> texts) => texts.FirstOrDefault(text => text.Length > 0) ?? "";
}
