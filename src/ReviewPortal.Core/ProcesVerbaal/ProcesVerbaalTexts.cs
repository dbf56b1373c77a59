using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>What a proces-verbaal says, in Dutch and English.</summary>
public static class ProcesVerbaalTexts
{
    private static readonly Texts All = new(typeof(ProcesVerbaalTexts));

    public static string Of(Suspicion suspicion, Language language) => All[$"Suspicion.{suspicion}", language];

    public static string Of(IdentityCheck identity, Language language) => All[$"Identity.{identity}", language];

    internal static ImmutableArray<string> Columns(Language language, params ReadOnlySpan<string> names)
    {
        var columns = ImmutableArray.CreateBuilder<string>(names.Length);
        foreach (var name in names) columns.Add(Of($"Column.{name}", language));
        return columns.MoveToImmutable();
    }

    internal static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];
}
