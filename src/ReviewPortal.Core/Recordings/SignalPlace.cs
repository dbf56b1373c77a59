using System.Text.Json;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// Which site and which application a supplier's values name, so that a reviewer can look for them. Read from the names that suppliers use for them;
/// what is called otherwise is found nowhere but in the values themselves.
/// </summary>
/// <param name="Site">The host alone: a page's address may say who is logged in, and its path is in the values.</param>
public sealed record SignalPlace(string? Site, string? Application)
{
    private const int Deepest = 3, Longest = 120;

    private static readonly string[] Sites = ["url", "site", "domain", "host", "website", "address"];

    private static readonly string[] Applications = ["application", "app", "activeapp", "program", "process", "applicationname", "processname"];

    private static readonly SignalPlace Nowhere = new(null, null);

    public static SignalPlace In(string? data)
    {
        if (string.IsNullOrEmpty(data)) return Nowhere;
        try
        {
            using var json = JsonDocument.Parse(data);
            return new(Find(json.RootElement, Sites, 0) is { } site ? HostOf(site) : null, Find(json.RootElement, Applications, 0));
        }
        catch (JsonException)
        {
            return Nowhere;
        }
    }

    // What stands nearest to the top is about the signal itself.
    private static string? Find(JsonElement element, string[] names, int depth)
    {
        if (element.ValueKind is not JsonValueKind.Object) return null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String && names.Contains(member.Name.ToLowerInvariant()) && Shortened(member.Value.GetString()) is { } found) return found;
        }

        return depth < Deepest ? element.EnumerateObject().Select(member => Find(member.Value, names, depth + 1)).FirstOrDefault(found => found is not null) : null;
    }

    private static string? Shortened(string? text)
    {
        var plain = text?.Trim();
        return string.IsNullOrEmpty(plain) || plain is "-" ? null : plain.Length > Longest && !plain.Contains("://", StringComparison.Ordinal) ? plain[..Longest] : plain;
    }

    private static string? HostOf(string site)
    {
        var host = Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host
            : Uri.TryCreate($"https://{site}", UriKind.Absolute, out var bare) ? bare.Host : site;
        return host.Length > Longest ? host[..Longest] : host;
    }
}
