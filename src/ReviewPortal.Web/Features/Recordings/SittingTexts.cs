namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words of the list of sittings and of the page of one; the texts stand in the resource files beside this one.</summary>
public sealed class SittingTexts;
