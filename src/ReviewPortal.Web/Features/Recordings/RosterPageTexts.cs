namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words about rosters; the texts stand in the resource files beside this one.</summary>
public sealed class RosterPageTexts;
