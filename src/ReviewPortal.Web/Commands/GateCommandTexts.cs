using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Commands;

/// <summary>What the commands for agreements and retention rules print.</summary>
internal sealed class GateCommandTexts
{
    private static readonly Texts All = new(typeof(GateCommandTexts));

    public static string Of(string key, params object?[] fill) => All[key, CommandTexts.Language, fill];
}
