using System.Collections.Frozen;
using System.Reflection;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>The law, protocol, ruling or house rule a requirement rests on.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class SourceAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}

public static class Sources
{
    private static readonly FrozenDictionary<Requirement, string> ByRequirement =
        Enum.GetValues<Requirement>().ToFrozenDictionary(
            requirement => requirement,
            requirement => typeof(Requirement).GetField(requirement.ToString())!.GetCustomAttribute<SourceAttribute>()?.Text
                ?? throw new InvalidOperationException($"{requirement} names no source"));

    public static string Of(Requirement requirement) => ByRequirement[requirement];
}
