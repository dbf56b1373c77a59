namespace ReviewPortal.Web.Features.Worklist;

/// <summary>The words of the lists; the texts stand in the resource files beside this one.</summary>
public sealed class WorklistTexts;
