using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>The law, protocol, ruling or house rule a requirement rests on.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class SourceAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}

public static partial class Sources
{
    private static readonly FrozenDictionary<Requirement, string> ByRequirement =
        Enum.GetValues<Requirement>().ToFrozenDictionary(
            requirement => requirement,
            requirement => typeof(Requirement).GetField(requirement.ToString())!.GetCustomAttribute<SourceAttribute>()?.Text
                ?? throw new InvalidOperationException($"{requirement} names no source"));

    // The protocol and the rules of the board have no English version; what stands around their names has.
    private static readonly (string Dutch, string English)[] Words =
        [("Reglement examencommissie", "Rules of the Board of Examiners"), (", en lid ", " and para. "), (" lid ", " para. "), ("eerste volzin", "first sentence"), ("tweede volzin", "second sentence"), ("derde volzin", "third sentence"), (" onder ", " under "), ("vaststelling en wijziging", "adoption and amendment")];

    public static string Of(Requirement requirement) => ByRequirement[requirement];

    /// <summary>The source as people cite it, without the numbers of our own list of requirements.</summary>
    public static string InWords(Requirement requirement, Language language) => Cited(ByRequirement[requirement], language);

    /// <inheritdoc cref="InWords"/>
    public static string Cited(string source, Language language)
    {
        var cited = source.Split("; ").Where(part => !OwnNumber().IsMatch(part));
        var text = string.Join("; ", cited);
        return language is Language.Dutch
            ? text.Replace("house rule", "huisregel", StringComparison.Ordinal)
            : Words.Aggregate(text, (now, word) => now.Replace(word.Dutch, word.English, StringComparison.Ordinal));
    }

    /// <summary>The numbers under which it stands in our own list of requirements; empty when it stands there under none.</summary>
    public static string OwnNumbers(Requirement requirement) => string.Join("; ", ByRequirement[requirement].Split("; ").Where(part => OwnNumber().IsMatch(part)));

    [GeneratedRegex(@"^((UU|AP)-[A-Z]+\d*-\d+( tot \d+)?|I\d+|law\.md.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnNumber();
}
