namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words for screenshots; the texts stand in the resource files beside this one.</summary>
public sealed class StillsTexts;
