namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The words for the versions of a decision and for its preview; the texts stand in the resource files beside this one.</summary>
public sealed class VersionTexts;
