namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>The words of what comes in over HTTP: the page for people, and the answers to programs. The texts stand in the resource files beside this one.</summary>
public sealed class UploadTexts;
