namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The words of this room's pages; the texts stand in the resource files beside this one.</summary>
public sealed class AppealPageTexts;
