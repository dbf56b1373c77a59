namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words of dividing the work: the proposal, the target date, how much a reviewer has; the texts stand in the resource files beside this one.</summary>
public sealed class DividingTexts;
