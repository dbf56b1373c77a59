namespace ReviewPortal.Web.Ui;

/// <summary>What became of the e-mail about a letter, whatever the letter is about; the words stand in the resource files beside this one.</summary>
public sealed class MailTexts;
