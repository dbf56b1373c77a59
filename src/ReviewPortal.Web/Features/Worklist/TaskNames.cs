using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>What a kind of work is called in a list: where one action stands for a choice of several, the choice.</summary>
internal static class TaskNames
{
    private static readonly Texts All = new(typeof(WorklistTexts));

    public static string Column(string name, Language language) => All[$"Column.{name}", language];

    /// <summary>That a list stops before its end.</summary>
    public static string Cut(int shown, int total, Language language) => All["Csv.Cut", language, shown, total];

    public static string Of(CaseAction action, Language language) => All.Has($"Task.{action}")
        ? All[$"Task.{action}", language]
        : LifecycleTexts.Of(action, language);
}
