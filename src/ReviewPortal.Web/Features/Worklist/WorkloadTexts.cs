namespace ReviewPortal.Web.Features.Worklist;

/// <summary>The words of the workload and of taking a sitting; the texts stand in the resource files beside this one.</summary>
public sealed class WorkloadTexts;
