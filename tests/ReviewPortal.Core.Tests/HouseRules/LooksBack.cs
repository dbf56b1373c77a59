using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>A room looks back along the flow, never forward; the ground floor is open to all and looks into no room. And no feature uses another.</summary>
internal static partial class LooksBack
{
    public const string Core = "src/ReviewPortal.Core";
    public const string Features = "src/ReviewPortal.Web/Features";

    private static readonly string[] GroundFloor = ["Calendar", "Writing", "Lifecycle", "Cases"];
    private static readonly string[] Rooms = ["Necessity", "Recordings", "Review", "ProcesVerbaal", "Committee", "Decisions", "Letters", "Appeals", "Retention"];

    /// <summary>The rooms this file of Core looks into and must not.</summary>
    public static IEnumerable<string> ForwardLooks(SourceFile file)
    {
        var own = file.FolderBelow(Core) ?? throw new ArgumentException($"{file.Path} lies in no room of Core", nameof(file));
        var allowed = GroundFloor.Contains(own) ? GroundFloor : [.. GroundFloor, .. Rooms.TakeWhile(room => room != own), own];
        return CoreNamespace().Matches(file.Text)
            .Select(match => match.Groups["room"].Value)
            .Concat(Rooms.Where(room => !allowed.Contains(room) && Regex.IsMatch(file.Text, $@"(?<![\w.""]){room}\.[A-Z]", RegexOptions.None, TimeSpan.FromSeconds(1))))
            .Where(room => !allowed.Contains(room))
            .Distinct();
    }

    public static bool KnowsEveryFolder(IEnumerable<string> folders) => !folders.Except(GroundFloor).Except(Rooms).Any();

    /// <summary>The other features this file names.</summary>
    public static IEnumerable<string> OtherFeatures(SourceFile file, ILookup<string, string> typesByFeature)
    {
        var own = file.FolderBelow(Features);
        // Features/ActionServices.cs lists every action: it is the table of contents, and lies in no feature.
        if (own is null) return [];
        var named = FeatureNamespace().Matches(file.Text).Select(match => match.Groups["feature"].Value);
        var others = typesByFeature.Where(feature => feature.Key != own && feature.Any(type => Regex.IsMatch(file.Text, $@"(?<![\w.]){feature.Key}\.{type}\b", RegexOptions.None, TimeSpan.FromSeconds(1))));
        return named.Concat(others.Select(feature => feature.Key)).Where(feature => feature != own).Distinct();
    }

    [GeneratedRegex(@"ReviewPortal\.Core\.(?<room>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CoreNamespace();

    [GeneratedRegex(@"(?<![\w])Features\.(?<feature>[A-Z]\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeatureNamespace();
}
