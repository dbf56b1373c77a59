using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>House style 10: name the thing, not its job title.</summary>
internal static partial class Names
{
    // "AccessServices" and the like end in "Services": they are the lists of what a part registers with the host, called so by the framework.
    private static readonly string[] JobTitles = ["Helper", "Helpers", "Util", "Utils", "Utility", "Manager", "Service", "Base", "Impl"];

    public static IEnumerable<string> TypesIn(SourceFile file) => file.Path.EndsWith(".razor", StringComparison.Ordinal)
        ? [Path.GetFileNameWithoutExtension(file.Name)]
        : Declaration().Matches(file.Text).Select(match => match.Groups["name"].Value);

    public static bool IsJobTitle(string type) => JobTitles.Any(title => type.EndsWith(title, StringComparison.Ordinal));

    [GeneratedRegex(@"^[^/""]*\b(class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
