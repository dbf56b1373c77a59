using System.Text.Json;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Access;

/// <summary>A line of the audit log in words. What stands in the log itself is for verifying and does not change with the language.</summary>
internal sealed class AuditWords(IStringLocalizer<AccessTexts> texts, Language language)
{
    private const string Step = "case.";
    private const string Facility = "facility.";

    /// <returns>What was done; the action itself when a later version wrote one that this one does not know.</returns>
    public string Did(string action) => action.StartsWith(Step, StringComparison.Ordinal) && Enum.TryParse<CaseAction>(action[Step.Length..], out var step)
        ? LifecycleTexts.Of(step, language)
        : action.StartsWith(Facility, StringComparison.Ordinal) && Enum.TryParse<FacilityAction>(action[Facility.Length..], out var taken) ? FacilityTexts.Happened(taken, language)
        : texts["Audit.Did." + action] is { ResourceNotFound: false } words ? words.Value : action;

    /// <summary>The particulars a person asks for first; empty when there are none.</summary>
    public string Gist(AuditLine line)
    {
        if (line.Hidden) return texts["Audit.Hidden"];
        if (line.Detail is null) return "";
        try
        {
            using var detail = JsonDocument.Parse(line.Detail);
            return detail.RootElement.ValueKind is JsonValueKind.Object ? string.Join("; ", Parts(detail.RootElement)) : "";
        }
        catch (JsonException)
        {
            return ""; // It breaks the chain, which says so; the text as it is stands below.
        }
    }

    private IEnumerable<string> Parts(JsonElement detail)
    {
        if (State(detail, "to") is { } to) yield return State(detail, "from") is { } from && from != to ? $"{from} → {to}" : to;
        if (Text(detail, "role") is { } role && Enum.TryParse<Role>(role, out var known)) yield return LifecycleTexts.Of(known, language);
        if (Text(detail, "purpose") is { } purpose) yield return texts["Audit.Purpose." + purpose];
        foreach (var name in (string[])["note", "reason", "discardReason", "name", "email", "file", "supplier"])
        {
            if (Text(detail, name) is { Length: > 0 } text) yield return text;
        }
    }

    private string? State(JsonElement detail, string name) => Text(detail, name) is { } text && Enum.TryParse<CaseState>(text, out var state) ? LifecycleTexts.Of(state, language) : null;

    private static string? Text(JsonElement detail, string name) => detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
