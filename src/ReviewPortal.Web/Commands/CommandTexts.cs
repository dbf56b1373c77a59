using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Commands;

/// <summary>What the commands print, in the language of the shell: English unless it is Dutch.</summary>
internal sealed class CommandTexts
{
    private static readonly Texts All = new(typeof(CommandTexts));

    public static Language Language { get; } =
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("nl", StringComparison.Ordinal) ? Language.Dutch : Language.English;

    public static string Of(string key, params object?[] fill) => All[key, Language, fill];
}
