using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>What tells on whose machine a file was made: folders of a machine, hosts of a closed network, registries.</summary>
internal static partial class Traces
{
    private static readonly string[] NotText = [".webm", ".mp4", ".ttf", ".woff2", ".png", ".jpg", ".ico", ".pdf", ".zip"];

    public static bool IsText(string path) => !NotText.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> In(string text) => Folder().Matches(text).Select(match => match.Value)
        .Concat(Host().Matches(text).Select(match => match.Groups["host"].Value).Where(TellsOfAMachine))
        .Distinct();

    private static bool TellsOfAMachine(string host) =>
        Registry().IsMatch(host) || ClosedNetwork().IsMatch(host) || (System.Net.IPAddress.TryParse(host, out var address) && !System.Net.IPAddress.IsLoopback(address));

    [GeneratedRegex(@"(?<![\w.:/-])/(work|root|home|Users|mnt|private/tmp)/[\w.-]+|\b[A-Z]:\\(Users|Work)\\", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Folder();

    [GeneratedRegex(@"https?://(?<host>[\w.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(registry|api\.nuget)\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Registry();

    [GeneratedRegex(@"artifactory|nexus|jfrog|\bmirror|\bproxy\.|\.(internal|local|lan|corp|intra)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClosedNetwork();
}
