namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words for what was measured in recordings; the texts stand in the resource files beside this one.</summary>
public sealed class TrackFactsTexts;
