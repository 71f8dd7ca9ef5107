<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>When a break is suggested</source>
        <translation>Wenn eine Pause vorgeschlagen wird</translation>
    </message>
    <message>
        <source>During a break</source>
        <translation>Während einer Pause</translation>
    </message>
    <message>
        <source>Peace and quiet</source>
        <translation>Ruhe und Frieden</translation>
    </message>
    <message>
        <source>Leave this break out</source>
        <translation>Diese Pause auslassen</translation>
    </message>
    <message>
        <source>The settings have been read and are in order.</source>
        <translation>Die Einstellungen sind gelesen und in Ordnung.</translation>
    </message>
    <message>
        <source>Read the configuration anew now, and say what is wrong</source>
        <translation>Die Einstellungen jetzt neu lesen und sagen, was nicht stimmt</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which does not exist. Make that file, or remove the link.</source>
        <translation>%1 ist ein Link auf %2, das es nicht gibt. Lege diese Datei an, oder entferne den Link.</translation>
    </message>
    <message>
        <source>%1 is a folder, where the file should be. Remove it, or give it another name.</source>
        <translation>%1 ist ein Ordner, wo die Datei sein müsste. Entferne ihn, oder gib ihm einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which does not exist. Make that folder, or remove the link.</source>
        <translation>%1 ist ein Link auf %2, das es nicht gibt. Lege diesen Ordner an, oder entferne den Link.</translation>
    </message>
    <message>
        <source>Suggest another exercise</source>
        <translation>Eine andere Übung vorschlagen</translation>
    </message>
    <message>
        <source>Another one, and never again the one suggested now</source>
        <translation>Eine andere, und nie wieder die eben vorgeschlagene</translation>
    </message>
    <message>
        <source>Stop the break (from half of it on it counts as done)</source>
        <translation>Die Pause abbrechen (ab der Hälfte zählt sie als gemacht)</translation>
    </message>
    <message>
        <source>End the break here and count it as done</source>
        <translation>Die Pause hier beenden und als gemacht zählen</translation>
    </message>
    <message>
        <source>Go on to the next step</source>
        <translation>Weiter zum nächsten Schritt</translation>
    </message>
    <message>
        <source>Do this step again</source>
        <translation>Diesen Schritt noch einmal</translation>
    </message>
    <message>
        <source>Hold the break where it is</source>
        <translation>Die Pause anhalten, wo sie ist</translation>
    </message>
    <message>
        <source>Go on after wait</source>
        <translation>Nach wait fortsetzen</translation>
    </message>
    <message>
        <source>End a pause</source>
        <translation>Eine Unterbrechung beenden</translation>
    </message>
    <message>
        <source>Say that you have rested: every interval begins anew</source>
        <translation>Sagen, dass du geruht hast: Alle Abstände beginnen von vorn</translation>
    </message>
    <message>
        <source>must be at least one second</source>
        <translation>muss mindestens eine Sekunde sein</translation>
    </message>
    <message>
        <source>must be a time such as 14:30, or the word tomorrow</source>
        <translation>muss eine Uhrzeit wie 14:30 sein, oder das Wort tomorrow</translation>
    </message>
    <message>
        <source>Begin a break now, suggested or not</source>
        <translation>Jetzt eine Pause beginnen, vorgeschlagen oder nicht</translation>
    </message>
    <message>
        <source>Name of the rule, such as micro; else the one suggested, else the first</source>
        <translation>Name der Regel, etwa micro; sonst die vorgeschlagene, sonst die erste</translation>
    </message>
    <message>
        <source>Do this one (see: limber exercises)</source>
        <translation>Diese Übung (siehe: limber exercises)</translation>
    </message>
    <message>
        <source>Stop a break that is running first</source>
        <translation>Erst eine laufende Pause abbrechen</translation>
    </message>
    <message>
        <source>Show it in this terminal, with keys to steer it</source>
        <translation>In diesem Terminal zeigen, mit Tasten zum Steuern</translation>
    </message>
    <message>
        <source>Remind me later, in 5 min or as long as said</source>
        <translation>Später erinnern, in 5 min oder nach der angegebenen Zeit</translation>
    </message>
    <message>
        <source>Such as 10min; without it the shortest time offered</source>
        <translation>Etwa 10min; ohne Angabe die kürzeste angebotene Zeit</translation>
    </message>
    <message>
        <source>No reminders for a while, or until resumed</source>
        <translation>Eine Zeit lang keine Erinnerungen, oder bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>Such as 45min or &quot;1h 30min&quot;; without it until: limber resume</source>
        <translation>Etwa 45min oder &quot;1h 30min&quot;; ohne Angabe bis: limber resume</translation>
    </message>
    <message>
        <source>Until the next such time of day, or the next day</source>
        <translation>Bis zur nächsten solchen Uhrzeit, oder bis zum nächsten Tag</translation>
    </message>
    <message>
        <source>Take back a never, for one exercise or all</source>
        <translation>Ein Nie-wieder zurücknehmen, für eine Übung oder alle</translation>
    </message>
    <message>
        <source>Which one; without it all of them</source>
        <translation>Welche; ohne Angabe alle</translation>
    </message>
    <message>
        <source>The session bus closed the connection. Is the desktop session ending?</source>
        <translation>Der Sitzungsbus hat die Verbindung geschlossen. Endet die Desktop-Sitzung?</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>%1 is in order.</source>
        <translation>%1 ist in Ordnung.</translation>
    </message>
    <message>
        <source>There is no configuration file; Limber uses its defaults. Begin one with: limber config default --write</source>
        <translation>Es gibt keine Konfigurationsdatei; Limber nimmt seine Vorgaben. Beginne eine mit: limber config default --write</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Find, check and begin the configuration</source>
        <translation>Die Konfiguration finden, prüfen und beginnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Which files are looked for, most important first</source>
        <translation>Welche Dateien gesucht werden, die wichtigste zuerst</translation>
    </message>
    <message>
        <source>The settings in force, all files taken together</source>
        <translation>Die geltenden Einstellungen, aus allen Dateien zusammen</translation>
    </message>
    <message>
        <source>Every problem as FILE:LINE:COLUMN: message</source>
        <translation>Jedes Problem als DATEI:ZEILE:SPALTE: Meldung</translation>
    </message>
    <message>
        <source>Only this file, as if it were the only one</source>
        <translation>Nur diese Datei, als wäre sie die einzige</translation>
    </message>
    <message>
        <source>A file with every key, its default and what it means</source>
        <translation>Eine Datei mit jedem Schlüssel, seiner Vorgabe und Bedeutung</translation>
    </message>
    <message>
        <source>Write it where there is none yet</source>
        <translation>Sie dort schreiben, wo noch keine ist</translation>
    </message>
    <message>
        <source>The JSON schema for editors</source>
        <translation>Das JSON-Schema für Editoren</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made: %2.</source>
        <translation>Der Ordner von %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>%1 exists already and was not touched. To compare: limber config default | diff %1 -</source>
        <translation>%1 gibt es schon und wurde nicht verändert. Zum Vergleichen: limber config default | diff %1 -</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>rested</source>
        <translation>geruht</translation>
    </message>
    <message>
        <source>left the desk</source>
        <translation>weggegangen</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>stand up and rest</source>
        <translation>aufstehen und ausruhen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>due soon as well</source>
        <translation>wäre auch bald fällig</translation>
    </message>
    <message>
        <source>asked again</source>
        <translation>noch einmal gefragt</translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation>fällig seit %1</translation>
    </message>
    <message>
        <source>%1 of work</source>
        <translation>%1 Arbeit</translation>
    </message>
    <message>
        <source>, held: %1</source>
        <translation>, zurückgehalten: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gemacht</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>früh beendet</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Zurückgehalten: %1</translation>
    </message>
    <message>
        <source>nothing is suggested</source>
        <translation>es wird nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Away, not back</source>
        <translation>Weg, nicht zurück</translation>
    </message>
    <message>
        <source>Away for %1, back at %2</source>
        <translation>Weg für %1, zurück um %2</translation>
    </message>
    <message>
        <source>counts as %1</source>
        <translation>zählt als %1</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>am Platz</translation>
    </message>
    <message>
        <source>break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>prompt taken</source>
        <translation>Vorschlag genommen</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht genommen</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Longest time at the desk without a rest: %1.</source>
        <translation>Längste Zeit am Schreibtisch ohne Ruhe: %1.</translation>
    </message>
    <message>
        <source>What Limber finds on this desktop, what it lacks, and what to do</source>
        <translation>Was Limber auf diesem Desktop findet, was fehlt und was zu tun ist</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Exit status 1 if something is missing that matters. Needs no running Limber.</source>
        <translation>Exit-Status 1, wenn etwas Wichtiges fehlt. Braucht kein laufendes Limber.</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>The program limberd is neither beside this one nor in PATH. Is Limber installed whole?</source>
        <translation>Das Programm limberd ist weder neben diesem noch in PATH. Ist Limber vollständig installiert?</translation>
    </message>
    <message>
        <source>%1 --examine did not answer. Is it of this version?</source>
        <translation>%1 --examine hat nicht geantwortet. Ist es von dieser Version?</translation>
    </message>
    <message>
        <source>is not running, so nobody reminds you</source>
        <translation>läuft nicht, also erinnert dich niemand</translation>
    </message>
    <message>
        <source>Start limberd with your session.</source>
        <translation>Starte limberd mit deiner Sitzung.</translation>
    </message>
    <message>
        <source>Its last words:</source>
        <translation>Seine letzten Worte:</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>In ~/.config/hypr/hyprland.conf:</source>
        <translation>In ~/.config/hypr/hyprland.conf:</translation>
    </message>
    <message>
        <source>In ~/.config/sway/config:</source>
        <translation>In ~/.config/sway/config:</translation>
    </message>
    <message>
        <source>At the start of your session:</source>
        <translation>Am Anfang deiner Sitzung:</translation>
    </message>
    <message>
        <source>no systemd user manager here: your desktop&apos;s autostart has to start limberd</source>
        <translation>kein systemd für Benutzer hier: Der Autostart deines Desktops muss limberd starten</translation>
    </message>
    <message>
        <source>limberd.service is enabled</source>
        <translation>limberd.service ist aktiviert</translation>
    </message>
    <message>
        <source>limberd.service is not installed</source>
        <translation>limberd.service ist nicht installiert</translation>
    </message>
    <message>
        <source>limberd.service is %1, so it does not start by itself</source>
        <translation>limberd.service ist %1, also startet es nicht von selbst</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is %2 there and %3 here</source>
        <translation>%1 ist dort %2 und hier %3</translation>
    </message>
    <message>
        <source>the user manager knows the display</source>
        <translation>systemd für Benutzer kennt die Anzeige</translation>
    </message>
    <message>
        <source>of the user manager: %1</source>
        <translation>von systemd für Benutzer: %1</translation>
    </message>
    <message>
        <source>not for this place (%1)</source>
        <translation>nicht für diesen Ort (%1)</translation>
    </message>
    <message>
        <source>needs another position (%1)</source>
        <translation>braucht eine andere Haltung (%1)</translation>
    </message>
    <message>
        <source>excluded in the configuration</source>
        <translation>in der Konfiguration ausgeschlossen</translation>
    </message>
    <message>
        <source>not suitable (health: %1)</source>
        <translation>nicht geeignet (Gesundheit: %1)</translation>
    </message>
    <message>
        <source>not for you, as your settings say</source>
        <translation>nichts für dich, wie deine Einstellungen sagen</translation>
    </message>
    <message>
        <source>you asked not to (take back with: limber allow %1)</source>
        <translation>du wolltest sie nicht (zurücknehmen mit: limber allow %1)</translation>
    </message>
    <message>
        <source>The configuration has to be repaired first.</source>
        <translation>Die Konfiguration muss erst repariert werden.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beide Seiten</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, then the same for the other side:</source>
        <translation>%1, dann dasselbe für die andere Seite:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>  (%1, %2)</source>
        <translation>  (%1, %2)</translation>
    </message>
    <message>
        <source>Stop if it hurts.</source>
        <translation>Hör auf, wenn es wehtut.</translation>
    </message>
    <message>
        <source>Limber may suggest it.</source>
        <translation>Limber darf sie vorschlagen.</translation>
    </message>
    <message>
        <source>Limber does not suggest it: %1.</source>
        <translation>Limber schlägt sie nicht vor: %1.</translation>
    </message>
    <message>
        <source>There is no exercise &quot;%1&quot;. See them all with: limber exercises</source>
        <translation>Es gibt keine Übung „%1“. Alle zeigt: limber exercises</translation>
    </message>
    <message>
        <source>What there is, and how it is done</source>
        <translation>Was es gibt, und wie es geht</translation>
    </message>
    <message>
        <source>All of them, and why some are not suggested</source>
        <translation>Alle, und warum manche nicht vorgeschlagen werden</translation>
    </message>
    <message>
        <source>One of them, step by step</source>
        <translation>Eine davon, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Which one, such as shoulder-rolls</source>
        <translation>Welche, etwa shoulder-rolls</translation>
    </message>
    <message>
        <source>Paused. It goes on with: limber go</source>
        <translation>Angehalten. Weiter geht es mit: limber go</translation>
    </message>
    <message>
        <source>Leave the desk</source>
        <translation>Weg vom Schreibtisch</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>linke Seite</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>rechte Seite</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genug</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Limber reminds you to move: after a while of work, one short exercise.</source>
        <translation>Limber erinnert dich daran, dich zu bewegen: nach einer Weile Arbeit eine kurze Übung.</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>Dieser Text</translation>
    </message>
    <message>
        <source>The version of this program</source>
        <translation>Die Version dieses Programms</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>Times are written as 40s, 5min or &quot;1h 30min&quot;.
Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 Limber is not running.</source>
        <translation>Zeiten schreibt man als 40s, 5min oder &quot;1h 30min&quot;.
Exit-Status: 0 getan, 1 abgelehnt oder gescheitert, 2 falsch benutzt, 3 Limber läuft nicht.</translation>
    </message>
    <message>
        <source>This text; limber COMMAND --help says more</source>
        <translation>Dieser Text; limber BEFEHL --help sagt mehr</translation>
    </message>
    <message>
        <source>The output could not be written. Is the disk full?</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Every break is started.</source>
        <translation>Jede Pause wird begonnen.</translation>
    </message>
    <message>
        <source>Every prompt is followed by a rest.</source>
        <translation>Auf jeden Vorschlag folgt Ruhe.</translation>
    </message>
    <message>
        <source>Every prompt is snoozed for as long as that is offered.</source>
        <translation>Jeder Vorschlag wird verschoben, solange das angeboten wird.</translation>
    </message>
    <message>
        <source>Every break is skipped.</source>
        <translation>Jede Pause wird ausgelassen.</translation>
    </message>
    <message>
        <source>No prompt is answered.</source>
        <translation>Kein Vorschlag wird beantwortet.</translation>
    </message>
    <message>
        <source>A made-up day at the desk (seed %1).</source>
        <translation>Ein erfundener Tag am Schreibtisch (Startwert %1).</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Aus %1.</translation>
    </message>
    <message>
        <source>%1: %2 after %3 of work.</source>
        <translation>%1: %2 nach %3 Arbeit.</translation>
    </message>
    <message>
        <source>No break is configured.</source>
        <translation>Es ist keine Pause eingestellt.</translation>
    </message>
    <message>
        <source>What a day would be like with these settings, in a moment</source>
        <translation>Wie ein Tag mit diesen Einstellungen wäre, in einem Augenblick</translation>
    </message>
    <message>
        <source>Settings to try; without it, your own</source>
        <translation>Einstellungen zum Probieren; ohne Angabe deine eigenen</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>What a person did, as JSON lines, or an export of ActivityWatch; - is standard input. Without it, a day is made up</source>
        <translation>Was jemand getan hat, als JSON-Zeilen, oder ein Export von ActivityWatch; - ist die Standardeingabe. Ohne Angabe wird ein Tag erfunden</translation>
    </message>
    <message>
        <source>How prompts are answered; without it, start on a made-up day and ignore with --activity</source>
        <translation>Wie Vorschläge beantwortet werden; ohne Angabe start an einem erfundenen Tag und ignore mit --activity</translation>
    </message>
    <message>
        <source>Chooses the day and the exercises; the same gives the same</source>
        <translation>Bestimmt den Tag und die Übungen; gleicher Wert, gleiches Ergebnis</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>rest: every guided break is exactly as long as its rule says</source>
        <translation>rest: Jede geführte Pause ist genau so lang, wie ihre Regel sagt</translation>
    </message>
    <message>
        <source>One JSON object per line</source>
        <translation>Ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>Instead of a day: run what limberd has written down again, and compare</source>
        <translation>Statt eines Tages: noch einmal ausführen, was limberd aufgeschrieben hat, und vergleichen</translation>
    </message>
    <message>
        <source>JOURNAL</source>
        <translation>JOURNAL</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>%1: this does not happen again</source>
        <translation>%1: Das geschieht nicht noch einmal</translation>
    </message>
    <message>
        <source>  the journal has: %1</source>
        <translation>  im Journal steht:  %1</translation>
    </message>
    <message>
        <source>  the replay has:  %1</source>
        <translation>  wiederholt ergibt: %1</translation>
    </message>
    <message>
        <source>There is no journal at %1.</source>
        <translation>Bei %1 gibt es kein Journal.</translation>
    </message>
    <message>
        <source>%1 events, %2 effects: the same</source>
        <translation>Ereignisse: %1, Wirkungen: %2, gleich</translation>
    </message>
    <message>
        <source>(The journal is cut off in places; what there is was compared.)</source>
        <translation>(Das Journal ist stellenweise abgeschnitten; verglichen wurde, was da ist.)</translation>
    </message>
    <message>
        <source>What Limber does, why, and what comes next</source>
        <translation>Was Limber tut, warum, und was als Nächstes kommt</translation>
    </message>
    <message>
        <source>As JSON; with --watch one object per line</source>
        <translation>Als JSON; mit --watch ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>Go on with every change, until Ctrl-C</source>
        <translation>Jede Änderung zeigen, bis Strg-C</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>after %1 more</source>
        <translation>nach weiteren %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>gegen %1</translation>
    </message>
    <message>
        <source>asks again</source>
        <translation>fragt wieder</translation>
    </message>
    <message>
        <source>another break was answered</source>
        <translation>eine andere Pause wurde beantwortet</translation>
    </message>
    <message>
        <source>a moment to settle</source>
        <translation>ein Moment zum Abschließen</translation>
    </message>
    <message>
        <source>a moment to arrive</source>
        <translation>ein Moment zum Ankommen</translation>
    </message>
    <message>
        <source>for a gap in the typing</source>
        <translation>auf eine Lücke beim Tippen</translation>
    </message>
    <message>
        <source>enough for today</source>
        <translation>genug für heute</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>wartet bis %1</translation>
    </message>
    <message>
        <source>1 snooze left</source>
        <translation>noch 1-mal verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n snoozes left</source>
        <translation>
            <numerusform>noch %n-mal verschieben</numerusform>
            <numerusform>noch %n-mal verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1, since %2; answer with limber %3</source>
        <translation>%1, seit %2; antworte mit limber %3</translation>
    </message>
    <message>
        <source> (due since %1, held: %2)</source>
        <translation> (fällig seit %1, zurückgehalten: %2)</translation>
    </message>
    <message>
        <source>leave the desk</source>
        <translation>vom Schreibtisch weggehen</translation>
    </message>
    <message>
        <source>step %1 of %2: %3 (%4 left, %5 in all)</source>
        <translation>Schritt %1 von %2: %3 (noch %4, insgesamt %5)</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 gemacht</translation>
    </message>
    <message>
        <source>%1 followed by resting</source>
        <translation>%1 durch Ruhen befolgt</translation>
    </message>
    <message>
        <source>%1 rested unasked</source>
        <translation>%1 ungefragt geruht</translation>
    </message>
    <message>
        <source>%1 snoozed</source>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 stopped early</source>
        <translation>%1 früh beendet</translation>
    </message>
    <message>
        <source>%1 unanswered</source>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>unknown: nothing here tells Limber of your keyboard and mouse, so active time stands still and no break is suggested by itself. limber doctor says why; limber start works all the same.</source>
        <translation>unbekannt: Nichts hier zeigt Limber deine Tastatur und Maus, also steht die aktive Zeit still und keine Pause wird von selbst vorgeschlagen. limber doctor sagt, warum; limber start geht trotzdem.</translation>
    </message>
    <message>
        <source>screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, zu sehen durch %2</translation>
    </message>
    <message>
        <source>%1; a video or call keeps the screen awake</source>
        <translation>%1; ein Video oder Anruf hält den Bildschirm wach</translation>
    </message>
    <message>
        <source>%1, and until it ends this source does not tell that you rest</source>
        <translation>%1, und bis das endet, sagt diese Quelle nicht, dass du ruhst</translation>
    </message>
    <message>
        <source>%1 (take back with: limber allow)</source>
        <translation>%1 (zurücknehmen mit: limber allow)</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>Zu sehen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Rückhalt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie wieder</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>limberd is %1, this is %2. Restart it with: systemctl --user restart limberd</source>
        <translation>limberd ist %1, dies ist %2. Starte es neu: systemctl --user restart limberd</translation>
    </message>
    <message>
        <source>Problems:</source>
        <translation>Probleme:</translation>
    </message>
    <message>
        <source>%1:%2: this does not happen again, perhaps because another version of Limber wrote it. What is told here may be wrong from there on.</source>
        <translation>%1:%2: Das geschieht nicht noch einmal, vielleicht weil eine andere Version von Limber es geschrieben hat. Ab da kann falsch sein, was hier steht.</translation>
    </message>
    <message>
        <source>There is no journal at %1. limberd writes it while it runs; start it with: systemctl --user start limberd</source>
        <translation>Bei %1 gibt es kein Journal. limberd schreibt es, während es läuft; starte es mit: systemctl --user start limberd</translation>
    </message>
    <message>
        <source>There is nothing in the journal yet.</source>
        <translation>Im Journal steht noch nichts.</translation>
    </message>
    <message>
        <source>The journal begins later, at %1.</source>
        <translation>Das Journal beginnt später, um %1.</translation>
    </message>
    <message>
        <source>Why something was suggested, or nothing was, and what is waited for</source>
        <translation>Warum etwas vorgeschlagen wurde oder nichts, und worauf gewartet wird</translation>
    </message>
    <message>
        <source>A time, such as 10:05 or 2025-01-06T10:05; without it: now</source>
        <translation>Eine Zeit, etwa 10:05 oder 2025-01-06T10:05; ohne Angabe: jetzt</translation>
    </message>
    <message>
        <source>Everything the journal knows of</source>
        <translation>Alles, was das Journal davon weiß</translation>
    </message>
    <message>
        <source>Another journal than your own</source>
        <translation>Ein anderes Journal als dein eigenes</translation>
    </message>
    <message>
        <source>must be a time such as 10:05 or 2025-01-06T10:05</source>
        <translation>muss eine Zeit wie 10:05 oder 2025-01-06T10:05 sein</translation>
    </message>
    <message>
        <source>must be a file</source>
        <translation>muss eine Datei sein</translation>
    </message>
    <message>
        <source>At %1: Limber was not running.</source>
        <translation>Um %1: Limber lief nicht.</translation>
    </message>
    <message>
        <source>Limber has not seen anything yet.</source>
        <translation>Limber hat noch nichts gesehen.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Um %1: %2</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Limber is not running now. At %1, when it last looked: %2</source>
        <translation>Limber läuft gerade nicht. Um %1, als es zuletzt hinsah: %2</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>The following argument was not expected: %1</source>
        <translation>Unerwartete Angabe: %1</translation>
    </message>
    <message>
        <source>The following arguments were not expected: %1</source>
        <translation>Unerwartete Angaben: %1</translation>
    </message>
    <message>
        <source>A subcommand is required</source>
        <translation>Hier fehlt ein Befehl</translation>
    </message>
    <message>
        <source>There is no command %1</source>
        <translation>Einen Befehl %1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1: %2 required %3 missing</source>
        <translation>%1: Es fehlt %3 (%2 nötig)</translation>
    </message>
    <message>
        <source>%1 excludes %2</source>
        <translation>%1 geht nicht zusammen mit %2</translation>
    </message>
    <message>
        <source>%1: %2 not in %3</source>
        <translation>%1: %2 ist keins von %3</translation>
    </message>
    <message>
        <source>Could not convert: %1 = %2</source>
        <translation>%2 passt nicht als Wert von %1</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>NÖTIG</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>Nicht mit</translation>
    </message>
    <message>
        <source>Run with %1 for more information.</source>
        <translation>Mehr dazu mit %1.</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>needs a whole number, not %1</source>
        <translation>braucht eine ganze Zahl, nicht %1</translation>
    </message>
    <message>
        <source>1 break suggested</source>
        <translation>1 Pause vorgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n breaks suggested</source>
        <translation>
            <numerusform>%n Pause vorgeschlagen</numerusform>
            <numerusform>%n Pausen vorgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 rest unasked</source>
        <translation>einmal ungefragt geruht</translation>
    </message>
    <message numerus="yes">
        <source>%n rests unasked</source>
        <translation>
            <numerusform>%n-mal ungefragt geruht</numerusform>
            <numerusform>%n-mal ungefragt geruht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at the desk: %2, %3 taken; %4.</source>
        <translation>%1 am Schreibtisch: %2, gemacht: %3; %4.</translation>
    </message>
    <message>
        <source>is at most %1</source>
        <translation>ist höchstens %1</translation>
    </message>
    <message>
        <source>unknown while a film or a call is on</source>
        <translation>unbekannt, solange ein Film oder ein Anruf läuft</translation>
    </message>
    <message>
        <source>at the desk (%1)</source>
        <translation>am Platz (%1)</translation>
    </message>
    <message>
        <source>this session starts Limber</source>
        <translation>diese Sitzung startet Limber</translation>
    </message>
    <message>
        <source>your desktop starts neither autostart entries nor graphical-session.target, so limberd is not started</source>
        <translation>dein Desktop startet weder Autostart-Einträge noch graphical-session.target, darum wird limberd nicht gestartet</translation>
    </message>
    <message>
        <source>limber-session starts limberd, without systemd</source>
        <translation>limber-session startet limberd, ohne systemd</translation>
    </message>
    <message>
        <source>No break is running.</source>
        <translation>Es läuft keine Pause.</translation>
    </message>
</context>
<context>
    <name>Limberd</name>
    <message>
        <source>on this terminal</source>
        <translation>auf diesem Terminal</translation>
    </message>
    <message>
        <source>Changes of the settings are not noticed: too many programs watch files (%1).</source>
        <translation>Änderungen der Einstellungen werden nicht bemerkt: zu viele Programme beobachten Dateien (%1).</translation>
    </message>
    <message>
        <source>After a change: limber reload. To allow more: sudo sysctl -w %1=%2</source>
        <translation>Nach einer Änderung: limber reload. Um mehr zu erlauben: sudo sysctl -w %1=%2</translation>
    </message>
    <message>
        <source>not for the place you work in (place)</source>
        <translation>nicht für den Ort, an dem du arbeitest (place)</translation>
    </message>
    <message>
        <source>needs a position you left out (positions)</source>
        <translation>braucht eine Haltung, die du ausgelassen hast (positions)</translation>
    </message>
    <message>
        <source>not for you, as your settings say</source>
        <translation>nichts für dich, wie deine Einstellungen sagen</translation>
    </message>
    <message>
        <source>you asked not to see it again (limber allow)</source>
        <translation>du wolltest sie nicht wieder sehen (limber allow)</translation>
    </message>
    <message>
        <source>none is configured</source>
        <translation>keine eingestellt</translation>
    </message>
    <message>
        <source>%1 about %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>%1 after %2 at the desk</source>
        <translation>%1 nach %2 am Schreibtisch</translation>
    </message>
    <message>
        <source>That name is too long. Names of rules and exercises have at most 200 characters.</source>
        <translation>Dieser Name ist zu lang. Namen von Regeln und Übungen haben höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>A session can be steered with: pause, resume, repeat, next, enough, stop.</source>
        <translation>Eine Pause lässt sich steuern mit: pause, resume, repeat, next, enough, stop.</translation>
    </message>
    <message>
        <source>A snooze lasts from 1 second up to the lengths offered; 0 means the shortest.</source>
        <translation>Verschieben lässt sich von 1 Sekunde bis zu den angebotenen Zeiten; 0 heißt die kürzeste.</translation>
    </message>
    <message>
        <source>A pause lasts from 1 second up to 366 days; 0 means until you resume.</source>
        <translation>Eine Unterbrechung dauert von 1 Sekunde bis 366 Tage; 0 heißt, bis du fortsetzt.</translation>
    </message>
    <message>
        <source>Say until when as a time of day such as 15:30, or &quot;tomorrow&quot;.</source>
        <translation>Sag bis wann, mit einer Uhrzeit wie 15:30 oder „tomorrow“.</translation>
    </message>
    <message>
        <source>There is no prompt to answer. To be left alone for a while use: limber pause 1h</source>
        <translation>Es gibt keinen Vorschlag zu beantworten. Um eine Weile Ruhe zu haben: limber pause 1h</translation>
    </message>
    <message>
        <source>That prompt is no longer there. See: limber status</source>
        <translation>Diesen Vorschlag gibt es nicht mehr. Siehe: limber status</translation>
    </message>
    <message>
        <source>This break has been put off as often as the settings allow. Start it or skip it, or use: limber pause 1h</source>
        <translation>Diese Pause wurde so oft verschoben, wie die Einstellungen erlauben. Beginne sie, lass sie aus, oder nimm: limber pause 1h</translation>
    </message>
    <message>
        <source>A snooze cannot be that long. To be left alone for longer use: limber pause 1h</source>
        <translation>So lange lässt sie sich nicht verschieben. Für längere Ruhe: limber pause 1h</translation>
    </message>
    <message>
        <source>A break is running. Stop it first with: limber stop</source>
        <translation>Eine Pause läuft. Brich sie zuerst ab: limber stop</translation>
    </message>
    <message>
        <source>No break is running. Start one with: limber start</source>
        <translation>Es läuft keine Pause. Beginne eine mit: limber start</translation>
    </message>
    <message>
        <source>There is no break rule of that name. See: limber status</source>
        <translation>Eine Pausenregel mit diesem Namen gibt es nicht. Siehe: limber status</translation>
    </message>
    <message>
        <source>There is no exercise of that name. See: limber exercises list</source>
        <translation>Eine Übung mit diesem Namen gibt es nicht. Siehe: limber exercises list</translation>
    </message>
    <message>
        <source>No other exercise fits your settings. See: limber exercises list</source>
        <translation>Keine andere Übung passt zu deinen Einstellungen. Siehe: limber exercises list</translation>
    </message>
    <message>
        <source>Your settings leave that exercise out. Others: limber exercises list</source>
        <translation>Deine Einstellungen lassen diese Übung aus. Andere: limber exercises list</translation>
    </message>
    <message>
        <source>Limber is not paused.</source>
        <translation>Limber ist nicht unterbrochen.</translation>
    </message>
    <message>
        <source>A pause must end in the future, and within 366 days.</source>
        <translation>Eine Unterbrechung muss in der Zukunft enden, und innerhalb von 366 Tagen.</translation>
    </message>
    <message>
        <source>Limber is just starting. Try again in a moment.</source>
        <translation>Limber startet gerade. Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>First break:</source>
        <translation>Erste Pause:</translation>
    </message>
    <message>
        <source>limberd: Limber&apos;s break reminder, the part that runs all day.

Usage: limberd [--terminal] [--announce]

  --terminal   show breaks on this terminal even if there is a desktop; without a desktop that is done anyway
  --announce   print on standard output what was found at the start
  --examine    print as JSON what would be found here and end; limber doctor reads it
  --version    print the version and end
  --help       print this and end

It is normally started with your session: see limber-session --help
The command to talk to it is: limber
</source>
        <translation>limberd: die Pausenerinnerung von Limber, der Teil, der den ganzen Tag läuft.

Aufruf: limberd [--terminal] [--announce]

  --terminal   Pausen auf diesem Terminal zeigen, auch wenn es einen Desktop gibt; ohne Desktop geschieht das ohnehin
  --announce   auf der Standardausgabe zeigen, was am Anfang gefunden wurde
  --examine    als JSON zeigen, was hier zu finden wäre, und enden; limber doctor liest es
  --version    die Version zeigen und enden
  --help       diesen Text zeigen und enden

Normalerweise startet er mit deiner Sitzung: siehe limber-session --help
Der Befehl, um mit ihm zu reden, ist: limber
</translation>
    </message>
    <message>
        <source>There is no never to take back. What is suggested, and why not, tells: limber exercises</source>
        <translation>Es gibt kein Nie-wieder zurückzunehmen. Was vorgeschlagen wird und was nicht, sagt: limber exercises</translation>
    </message>
    <message>
        <source>Limber is running already; there is nothing to do for another one.</source>
        <translation>Limber läuft schon; für ein zweites gibt es nichts zu tun.</translation>
    </message>
    <message>
        <source>There is no session bus: limber and the tray cannot reach this limberd.</source>
        <translation>Es gibt keinen Sitzungsbus: limber und das Symbol in der Leiste erreichen dieses limberd nicht.</translation>
    </message>
    <message>
        <source>Notifications cannot be shown (%1).</source>
        <translation>Benachrichtigungen lassen sich nicht zeigen (%1).</translation>
    </message>
    <message>
        <source>Breaks are suggested only by the window and by “limber status”.</source>
        <translation>Pausen werden nur vom Fenster und von „limber status“ vorgeschlagen.</translation>
    </message>
    <message>
        <source>Breaks are suggested only by the icon in the panel and by “limber status”.</source>
        <translation>Pausen werden nur vom Symbol in der Leiste und von „limber status“ vorgeschlagen.</translation>
    </message>
    <message>
        <source>unknown option %1. See: limberd --help</source>
        <translation>unbekannte Option %1. Siehe: limberd --help</translation>
    </message>
    <message>
        <source>it has come, and painted nothing in time</source>
        <translation>es ist da, hat aber nicht rechtzeitig etwas gezeichnet</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <source>limber-window is not installed, or the session bus does not know it</source>
        <translation>limber-window ist nicht installiert oder dem Sitzungsbus nicht bekannt</translation>
    </message>
    <message>
        <source>The window that offers breaks here did not come: %1.</source>
        <translation>Das Fenster, das hier Pausen anbietet, kam nicht: %1.</translation>
    </message>
    <message>
        <source>The window of the guided break did not come, so notifications guide it: %1.</source>
        <translation>Das Fenster der geführten Pause kam nicht, darum führen Benachrichtigungen: %1.</translation>
    </message>
    <message>
        <source>more is said by journalctl --user -u limber-window</source>
        <translation>mehr sagt journalctl --user -u limber-window</translation>
    </message>
    <message>
        <source>dunst: the middle button starts the exercise, the left one only closes the prompt, which then comes back later.</source>
        <translation>dunst: Die mittlere Taste beginnt die Übung, die linke schließt nur den Vorschlag; er kommt dann später wieder.</translation>
    </message>
    <message>
        <source>mako: a click starts the exercise, the right button puts it off; makoctl menu has the rest.</source>
        <translation>mako: Ein Klick beginnt die Übung, die rechte Taste verschiebt sie; makoctl menu hat den Rest.</translation>
    </message>
    <message>
        <source>GNOME: shows three buttons; the rest is in the tray and in limber.</source>
        <translation>GNOME: zeigt drei Knöpfe; der Rest ist im Symbol der Leiste und in limber.</translation>
    </message>
    <message>
        <source>, without buttons: answer with limber start, snooze or skip</source>
        <translation>, ohne Knöpfe: Antworte mit limber start, snooze oder skip</translation>
    </message>
    <message>
        <source>What shows notifications here does not answer.</source>
        <translation>Was hier Benachrichtigungen zeigt, antwortet nicht.</translation>
    </message>
    <message>
        <source>If it stays so, end that program or log in anew.</source>
        <translation>Wenn das so bleibt, beende dieses Programm oder melde dich neu an.</translation>
    </message>
    <message>
        <source>none runs yet; it is started with the first suggestion</source>
        <translation>bisher läuft kein Dienst dafür; er wird mit dem ersten Vorschlag gestartet</translation>
    </message>
    <message>
        <source>Nothing here shows notifications.</source>
        <translation>Nichts hier zeigt Benachrichtigungen.</translation>
    </message>
    <message>
        <source>Install and start something for it, such as the package dunst or, on Wayland, mako-notifier.</source>
        <translation>Installiere und starte etwas dafür, etwa das Paket dunst oder unter Wayland mako-notifier.</translation>
    </message>
    <message>
        <source>the icon is in your panel</source>
        <translation>das Symbol ist in deiner Leiste</translation>
    </message>
    <message>
        <source>the icon is in an X11 tray</source>
        <translation>das Symbol ist in einer X11-Leiste</translation>
    </message>
    <message>
        <source>there is a place for the icon</source>
        <translation>es gibt einen Platz für das Symbol</translation>
    </message>
    <message>
        <source>whether a panel shows the icon cannot be seen from here</source>
        <translation>ob eine Leiste das Symbol zeigt, ist von hier aus nicht zu sehen</translation>
    </message>
    <message>
        <source>no panel here shows icons; the command limber does the same</source>
        <translation>keine Leiste hier zeigt Symbole; der Befehl limber kann dasselbe</translation>
    </message>
    <message>
        <source>GNOME: install and enable the extension AppIndicator (package gnome-shell-extension-appindicator).</source>
        <translation>GNOME: Installiere und aktiviere die Erweiterung AppIndicator (Paket gnome-shell-extension-appindicator).</translation>
    </message>
    <message>
        <source>Turn on the tray of your panel, or start one by itself, such as stalonetray or trayer.</source>
        <translation>Schalte den Symbolbereich deiner Leiste ein oder starte einen eigenen, etwa stalonetray oder trayer.</translation>
    </message>
    <message>
        <source>%1, of which %2 fit you</source>
        <translation>%1, davon passen %2 zu dir</translation>
    </message>
    <message>
        <source>No exercise is installed, so breaks have none.</source>
        <translation>Es ist keine Übung installiert, also haben Pausen keine.</translation>
    </message>
    <message>
        <source>None of %1 exercises fits you, so breaks have none.</source>
        <translation>Keine von %1 Übungen passt zu dir, also haben Pausen keine.</translation>
    </message>
    <message>
        <source>There are mistakes in the settings. What is in order, or was before, is in use.</source>
        <translation>In den Einstellungen sind Fehler. In Gebrauch ist, was in Ordnung ist oder vorher galt.</translation>
    </message>
    <message>
        <source>in use, but something is left out</source>
        <translation>in Gebrauch, aber etwas ist ausgelassen</translation>
    </message>
    <message>
        <source>built-in ones; limber config default --write makes a file to change</source>
        <translation>die eingebauten; limber config default --write legt eine Datei zum Ändern an</translation>
    </message>
</context>
<context>
    <name>limber::window::ActionButton</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>limber::window::BreakProgress</name>
    <message>
        <source>Progress of the break</source>
        <translation>Fortschritt der Pause</translation>
    </message>
</context>
<context>
    <name>limber::window::BreakView</name>
    <message>
        <source>Repetition %1</source>
        <translation>Wiederholung %1</translation>
    </message>
</context>
<context>
    <name>limber::Client</name>
    <message>
        <source>Limber refused (%1).</source>
        <translation>Limber hat abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Limber is not running. Start it with: systemctl --user start limberd</source>
        <translation>Limber läuft nicht. Starte es mit: systemctl --user start limberd</translation>
    </message>
    <message>
        <source>Limber does not answer. If it stays so, restart it with: %1</source>
        <translation>Limber antwortet nicht. Wenn das so bleibt, starte es neu: %1</translation>
    </message>
    <message>
        <source>There is no session bus here, so Limber cannot be reached. Try it from a terminal in your desktop session.</source>
        <translation>Hier gibt es keinen Sitzungsbus, also ist Limber nicht zu erreichen. Versuch es in einem Terminal deiner Desktop-Sitzung.</translation>
    </message>
    <message>
        <source>The running Limber does not know this; it is probably another version. Restart it with: %1</source>
        <translation>Das laufende Limber kennt das nicht; wahrscheinlich ist es eine andere Version. Starte es neu: %1</translation>
    </message>
</context>
<context>
    <name>limber::Present</name>
    <message>
        <source>%1 is due since %2.</source>
        <translation>%1 ist fällig seit %2.</translation>
    </message>
    <message>
        <source>%1 is due.</source>
        <translation>%1 ist fällig.</translation>
    </message>
    <message>
        <source>%1 is due about %2, if you work on.</source>
        <translation>%1 ist gegen %2 fällig, wenn du weiterarbeitest.</translation>
    </message>
    <message>
        <source>%1 is due after %2 more at the desk.</source>
        <translation>%1 ist nach weiteren %2 am Schreibtisch fällig.</translation>
    </message>
    <message>
        <source>No break is configured.</source>
        <translation>Es ist keine Pause eingestellt.</translation>
    </message>
    <message>
        <source>There were enough breaks for today.</source>
        <translation>Für heute waren es genug Pausen.</translation>
    </message>
    <message>
        <source>Held: %1 since %2.</source>
        <translation>Zurückgehalten: %1 seit %2.</translation>
    </message>
    <message>
        <source>Held: %1.</source>
        <translation>Zurückgehalten: %1.</translation>
    </message>
    <message>
        <source>Locked since %1, which counts as rest.</source>
        <translation>Gesperrt seit %1, das zählt als Ruhe.</translation>
    </message>
    <message>
        <source>Locked, which counts as rest.</source>
        <translation>Gesperrt, das zählt als Ruhe.</translation>
    </message>
    <message>
        <source>Nobody at the desk since %1, which counts as rest.</source>
        <translation>Seit %1 ist niemand am Platz, das zählt als Ruhe.</translation>
    </message>
    <message>
        <source>Nobody at the desk, which counts as rest.</source>
        <translation>Niemand ist am Platz, das zählt als Ruhe.</translation>
    </message>
    <message>
        <source>%1 is suggested on the screen since %2.</source>
        <translation>%1 steht seit %2 als Vorschlag auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>The break is paused since %1.</source>
        <translation>Die Pause ist seit %1 angehalten.</translation>
    </message>
    <message>
        <source>The break began at %1.</source>
        <translation>Die Pause begann um %1.</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>verschoben bis %1</translation>
    </message>
    <message>
        <source>asks again at %1</source>
        <translation>fragt um %1 wieder</translation>
    </message>
    <message>
        <source>waits until %1, as another break was answered</source>
        <translation>wartet bis %1, da eine andere Pause beantwortet wurde</translation>
    </message>
    <message>
        <source>waits until %1, so that you can finish what you were doing</source>
        <translation>wartet bis %1, damit du abschließen kannst, was du gerade getan hast</translation>
    </message>
    <message>
        <source>waits until %1, so that you can arrive first</source>
        <translation>wartet bis %1, damit du erst ankommen kannst</translation>
    </message>
    <message>
        <source>waits for a pause in the typing, until %1 at the latest</source>
        <translation>wartet auf eine Lücke beim Tippen, spätestens bis %1</translation>
    </message>
    <message>
        <source>enough of these for today</source>
        <translation>genug davon für heute</translation>
    </message>
    <message>
        <source>Outside working hours: nothing is counted, and nothing is suggested.</source>
        <translation>Außerhalb der Arbeitszeit: Nichts wird gezählt und nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>%1 is suggested since %2; it has left the screen.</source>
        <translation>%1 ist seit %2 vorgeschlagen, aber nicht mehr auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Another session is said to be in front, and yet somebody types here</source>
        <translation>Eine andere Sitzung soll vorn sein, und doch tippt hier jemand</translation>
    </message>
    <message>
        <source>The screen is said to be locked, and yet somebody types here</source>
        <translation>Der Bildschirm soll gesperrt sein, und doch tippt hier jemand</translation>
    </message>
</context>
<context>
    <name>limber::Sentence</name>
    <message>
        <source>no breaks are configured</source>
        <translation>keine Pausen eingestellt</translation>
    </message>
    <message>
        <source>enough breaks for today</source>
        <translation>genug Pausen für heute</translation>
    </message>
    <message>
        <source>%1 is due</source>
        <translation>%1 ist fällig</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>als Nächstes: %1</translation>
    </message>
    <message>
        <source>next %1 about %2</source>
        <translation>als Nächstes: %1 gegen %2</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>verschoben bis %1</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>asks again about %1</source>
        <translation>fragt gegen %1 wieder</translation>
    </message>
    <message>
        <source>a moment to finish what you were doing</source>
        <translation>ein Moment, um abzuschließen, was du gerade getan hast</translation>
    </message>
    <message>
        <source>a moment to arrive first</source>
        <translation>ein Moment, um erst anzukommen</translation>
    </message>
    <message>
        <source>for a pause in the typing</source>
        <translation>auf eine Lücke beim Tippen</translation>
    </message>
    <message>
        <source>enough of these for today</source>
        <translation>genug davon für heute</translation>
    </message>
    <message>
        <source>%1 min active</source>
        <translation>%1 min aktiv</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Zurückgehalten: %1</translation>
    </message>
    <message>
        <source>Held: %1, %2</source>
        <translation>Zurückgehalten: %1, %2</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Unterbrochen, bis du fortsetzt</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>Unterbrochen bis %1</translation>
    </message>
    <message>
        <source>Paused until tomorrow, %1</source>
        <translation>Unterbrochen bis morgen, %1</translation>
    </message>
    <message numerus="yes">
        <source>Paused for %n days</source>
        <translation>
            <numerusform>Unterbrochen für einen Tag</numerusform>
            <numerusform>Unterbrochen für %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>Niemand am Platz</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Asking for a break</source>
        <translation>Fragt nach einer Pause</translation>
    </message>
    <message>
        <source>Asking for a break: %1</source>
        <translation>Fragt nach einer Pause: %1</translation>
    </message>
    <message>
        <source>Asking for a break: %1, %2</source>
        <translation>Fragt nach einer Pause: %1, %2</translation>
    </message>
    <message>
        <source>Break paused</source>
        <translation>Pause angehalten</translation>
    </message>
    <message>
        <source>On a break: %1</source>
        <translation>In der Pause: %1</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>In der Pause</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>outside working hours</source>
        <translation>außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>bitte nicht stören</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>microphone in use</source>
        <translation>Mikrofon in Gebrauch</translation>
    </message>
    <message>
        <source>camera in use</source>
        <translation>Kamera in Gebrauch</translation>
    </message>
    <message>
        <source>screen shared</source>
        <translation>Bildschirm geteilt</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>gerade nicht</translation>
    </message>
    <message>
        <source>Working: %1</source>
        <translation>Bei der Arbeit, %1</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>Außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>Cannot see whether somebody is at the desk, so nothing is counted</source>
        <translation>Nicht zu sehen, ob jemand am Platz ist, also wird nichts gezählt</translation>
    </message>
    <message>
        <source>A film or a call is on, and nothing here can see whether you are there, so nothing is counted</source>
        <translation>Ein Film oder ein Anruf läuft, und nichts hier sieht, ob du da bist: Nichts wird gezählt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Limber</source>
        <translation>Limber</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Videos, calls</source>
        <translation>Videos, Anrufe</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Bildschirmsperre</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Rückhalt</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Leiste</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Wayland</source>
        <translation>Wayland</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>At login</source>
        <translation>Beim Anmelden</translation>
    </message>
    <message>
        <source>Session target</source>
        <translation>Sitzungsziel</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
</context>
<context>
    <name>limber::Tray</name>
    <message>
        <source>The window of the guided break could not be opened.</source>
        <translation>Das Fenster der geführten Pause ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The program limber, which begins the configuration, was not found.</source>
        <translation>Das Programm limber, das die Konfiguration beginnt, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Nothing here opens files (xdg-open). The configuration is %1</source>
        <translation>Hier öffnet nichts Dateien (xdg-open). Die Konfiguration ist %1</translation>
    </message>
    <message>
        <source>Limber could not be started: limberd was not found.</source>
        <translation>Limber ließ sich nicht starten: limberd wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Limber could not be started.</source>
        <translation>Limber ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>Limber is not running</source>
        <translation>Limber läuft nicht</translation>
    </message>
    <message>
        <source>Start Limber</source>
        <translation>Limber starten</translation>
    </message>
    <message>
        <source>Limber does not answer</source>
        <translation>Limber antwortet nicht</translation>
    </message>
    <message>
        <source>Open the configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Quit the tray</source>
        <translation>Symbol beenden</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, line %3)</source>
        <translation>%1 (%2, Zeile %3)</translation>
    </message>
    <message>
        <source>%1: waits until %2</source>
        <translation>%1: wartet bis %2</translation>
    </message>
    <message>
        <source>%1: due since %2</source>
        <translation>%1: fällig seit %2</translation>
    </message>
    <message>
        <source>%1: due</source>
        <translation>%1: fällig</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 after %2 at the desk</source>
        <translation>%1 nach %2 am Schreibtisch</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 left)</source>
        <translation>%1 (noch %2 von %3)</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Snooze for %1</source>
        <translation>Um %1 verschieben</translation>
    </message>
    <message>
        <source>Show the guided break</source>
        <translation>Geführte Pause zeigen</translation>
    </message>
    <message>
        <source>Go on with the break</source>
        <translation>Pause fortsetzen</translation>
    </message>
    <message>
        <source>Pause the break</source>
        <translation>Pause anhalten</translation>
    </message>
    <message>
        <source>Next step of the break</source>
        <translation>Nächster Schritt der Pause</translation>
    </message>
    <message>
        <source>Enough: count it as done</source>
        <translation>Genug: als gemacht zählen</translation>
    </message>
    <message>
        <source>Stop the break</source>
        <translation>Pause abbrechen</translation>
    </message>
    <message>
        <source>Start the %1 now</source>
        <translation>%1 jetzt starten</translation>
    </message>
    <message>
        <source>Start the %1: %2</source>
        <translation>%1 starten: %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Another exercise</source>
        <translation>Eine andere Übung</translation>
    </message>
    <message>
        <source>Not this one again</source>
        <translation>Diese nicht wieder</translation>
    </message>
    <message>
        <source>Start the %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>One exercise</source>
        <translation>Einzelne Übung</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>For 30 min</source>
        <translation>Für 30 min</translation>
    </message>
    <message>
        <source>For 1 h</source>
        <translation>Für 1 h</translation>
    </message>
    <message>
        <source>For 2 h</source>
        <translation>Für 2 h</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>Bis ich fortsetze</translation>
    </message>
    <message>
        <source>I have rested</source>
        <translation>Ich habe geruht</translation>
    </message>
    <message>
        <source>%1 about %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>It ends about %1</source>
        <translation>Sie endet gegen %1</translation>
    </message>
    <message>
        <source>Not running: no break will be suggested. Start it from the menu.</source>
        <translation>Läuft nicht: Keine Pause wird vorgeschlagen. Starte es aus dem Menü.</translation>
    </message>
    <message>
        <source>Limber does not answer.</source>
        <translation>Limber antwortet nicht.</translation>
    </message>
    <message>
        <source>Limber&apos;s icon and menu in the panel. Everything it offers can also be done with: limber --help</source>
        <translation>Symbol und Menü von Limber in der Leiste. Alles davon geht auch mit: limber --help</translation>
    </message>
    <message>
        <source>%1 takes no arguments but --help and --version.</source>
        <translation>%1 nimmt keine Argumente außer --help und --version.</translation>
    </message>
    <message>
        <source>There is no session bus here, and so no panel to show an icon.</source>
        <translation>Hier gibt es keinen Sitzungsbus, also keine Leiste für ein Symbol.</translation>
    </message>
    <message>
        <source>Limber&apos;s tray is running already.</source>
        <translation>Das Symbol von Limber läuft schon.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 ließ sich nicht starten: %2</translation>
    </message>
    <message>
        <source>small</source>
        <extracomment>How a break&apos;s title begins inside a sentence: &quot;small&quot; or &quot;large&quot;.</extracomment>
        <translation>groß</translation>
    </message>
    <message>
        <source>Limber did not start: limberd was ended by signal %1.</source>
        <translation>Limber ist nicht gestartet: limberd wurde durch Signal %1 beendet.</translation>
    </message>
    <message>
        <source>Limber did not start: its program limberd is not where it was.</source>
        <translation>Limber ist nicht gestartet: sein Programm limberd ist nicht mehr dort, wo es war.</translation>
    </message>
    <message>
        <source>Limber did not start: limberd ended with status %1.</source>
        <translation>Limber ist nicht gestartet: limberd endete mit Status %1.</translation>
    </message>
    <message>
        <source>More is said by: journalctl --user -u limberd</source>
        <translation>Mehr sagt: journalctl --user -u limberd</translation>
    </message>
</context>
<context>
    <name>limber::Window</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>N&amp;ochmal</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Enough</source>
        <translation>&amp;Genug</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>ausruhen</translation>
    </message>
    <message>
        <source>switch sides</source>
        <translation>Seite wechseln</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Leave the desk</source>
        <translation>Weg vom Schreibtisch</translation>
    </message>
    <message>
        <source>Paused. Go on when you like.</source>
        <translation>Angehalten. Mach weiter, wann du magst.</translation>
    </message>
    <message>
        <source>Then you are done.</source>
        <translation>Dann bist du fertig.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Gleich: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Gleich: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, %3, %2</source>
        <translation>Gleich: %1, %3, %2</translation>
    </message>
    <message>
        <source>First break today.</source>
        <translation>Die erste Pause heute.</translation>
    </message>
    <message>
        <source>Second break today.</source>
        <translation>Die zweite Pause heute.</translation>
    </message>
    <message>
        <source>Third break today.</source>
        <translation>Die dritte Pause heute.</translation>
    </message>
    <message>
        <source>Fourth break today.</source>
        <translation>Die vierte Pause heute.</translation>
    </message>
    <message>
        <source>Fifth break today.</source>
        <translation>Die fünfte Pause heute.</translation>
    </message>
    <message>
        <source>Sixth break today.</source>
        <translation>Die sechste Pause heute.</translation>
    </message>
    <message>
        <source>Seventh break today.</source>
        <translation>Die siebte Pause heute.</translation>
    </message>
    <message>
        <source>Eighth break today.</source>
        <translation>Die achte Pause heute.</translation>
    </message>
    <message>
        <source>Ninth break today.</source>
        <translation>Die neunte Pause heute.</translation>
    </message>
    <message>
        <source>Tenth break today.</source>
        <translation>Die zehnte Pause heute.</translation>
    </message>
    <message numerus="yes">
        <source>%n breaks today.</source>
        <translation>
            <numerusform>Eine Pause heute.</numerusform>
            <numerusform>%n Pausen heute.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The break is over</source>
        <translation>Die Pause ist vorbei</translation>
    </message>
    <message>
        <source>Well done.</source>
        <translation>Gut gemacht.</translation>
    </message>
    <message>
        <source>Limber</source>
        <translation>Limber</translation>
    </message>
    <message>
        <source>Next break about %1</source>
        <translation>Nächste Pause gegen %1</translation>
    </message>
    <message>
        <source>If you work on until then.</source>
        <translation>Wenn du bis dahin weiterarbeitest.</translation>
    </message>
    <message>
        <source>One break taken today.</source>
        <translation>Heute schon eine Pause gemacht.</translation>
    </message>
    <message numerus="yes">
        <source>%n breaks taken today.</source>
        <translation>
            <numerusform>Heute schon eine Pause gemacht.</numerusform>
            <numerusform>Heute schon %n Pausen gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Limber has stopped.</source>
        <translation>Limber wurde beendet.</translation>
    </message>
    <message>
        <source>Limber is not running.</source>
        <translation>Limber läuft nicht.</translation>
    </message>
    <message>
        <source>This break is not timed any more. Finish it as you like, then close this.</source>
        <translation>Diese Pause wird nicht mehr gezählt. Beende sie, wie du magst, und schließ dann dieses Fenster.</translation>
    </message>
    <message>
        <source>Start it from its icon in the panel, or with “systemctl --user start limberd”.</source>
        <translation>Starte es über sein Symbol in der Leiste oder mit „systemctl --user start limberd“.</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 von %2 heute</translation>
    </message>
    <message>
        <source>Allow &amp;again…</source>
        <translation>Wieder &amp;erlauben …</translation>
    </message>
    <message>
        <source>Not suggested</source>
        <translation>Nicht vorgeschlagen</translation>
    </message>
    <message>
        <source>You asked not to see these again.</source>
        <translation>Du wolltest diese nicht wieder sehen.</translation>
    </message>
    <message>
        <source>Allow those that may be suggested after all.</source>
        <translation>Erlaube die, die doch wieder vorgeschlagen werden dürfen.</translation>
    </message>
    <message>
        <source>&amp;All of them</source>
        <translation>&amp;Alle erlauben</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n mehr.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>limber-window: Limber&apos;s guided break.

Usage: limber-window [--service]

  --service    wait to be asked for over D-Bus (org.limber.Window)
  --version    print the version and end
  --help       print this and end

limberd opens it when a break begins. Started by hand, it shows when the next break is.
</source>
        <translation>limber-window: die geführte Pause von Limber.

Aufruf: limber-window [--service]

  --service    warten, bis jemand über D-Bus danach fragt (org.limber.Window)
  --version    die Version zeigen und enden
  --help       diesen Text zeigen und enden

limberd öffnet es, wenn eine Pause beginnt. Von Hand gestartet zeigt es, wann die nächste Pause ist.
</translation>
    </message>
</context>
<context>
    <name>notify</name>
    <message numerus="yes">
        <source>The first of %n exercises.</source>
        <translation>
            <numerusform>Die eine Übung.</numerusform>
            <numerusform>Die erste von %n Übungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1, then %2 away from the desk.</source>
        <translation>Etwa %1, dann %2 weg vom Schreibtisch.</translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>Etwa %1.</translation>
    </message>
    <message>
        <source>Due for %1.</source>
        <translation>Fällig seit %1.</translation>
    </message>
    <message>
        <source>Time for a break</source>
        <translation>Zeit für eine Pause</translation>
    </message>
    <message>
        <source>Stand up if you can, and look into the distance. Let go for a while.</source>
        <translation>Steh auf, wenn du kannst, und schau in die Ferne. Lass eine Weile los.</translation>
    </message>
    <message>
        <source>To begin, run “limber start”. A click closes this, and you are asked again later.</source>
        <translation>Zum Beginnen: „limber start“. Ein Klick schließt dies, und du wirst später wieder gefragt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Snooze %1</source>
        <translation>Später: %1</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave the desk</source>
        <translation>Weg vom Schreibtisch</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Paused. Go on when you like.</source>
        <translation>Angehalten. Mach weiter, wann du magst.</translation>
    </message>
    <message>
        <source>To end early, run “limber stop”.</source>
        <translation>Um früher aufzuhören: „limber stop“.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genug</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>That is fine. There will be another break.</source>
        <translation>Das ist in Ordnung. Es kommt wieder eine Pause.</translation>
    </message>
    <message>
        <source>Well done</source>
        <translation>Gut gemacht</translation>
    </message>
    <message>
        <source>The break is over. Carry on when you like.</source>
        <translation>Die Pause ist vorbei. Mach weiter, wann du magst.</translation>
    </message>
    <message>
        <source>There is a mistake in the settings</source>
        <translation>In den Einstellungen ist ein Fehler</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiterer.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings before stay in use. “limber config check” tells more.</source>
        <translation>Die Einstellungen von vorher gelten weiter. „limber config check“ sagt mehr.</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>Never…</source>
        <translation>Nie wieder …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Answer with: limber start, limber snooze, limber skip, limber another</source>
        <translation>Antworte mit: limber start, limber snooze, limber skip, limber another</translation>
    </message>
    <message>
        <source>Steer it with: limber next, limber enough, limber stop</source>
        <translation>Steuere sie mit: limber next, limber enough, limber stop</translation>
    </message>
    <message>
        <source>Never suggest this one again?</source>
        <translation>Diese nie wieder vorschlagen?</translation>
    </message>
    <message>
        <source>Yes, another one</source>
        <translation>Ja, eine andere</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>jede Taste</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Leave the desk. Walk a little and look into the distance.</source>
        <translation>Geh vom Schreibtisch weg. Lauf ein wenig und schau in die Ferne.</translation>
    </message>
    <message>
        <source>Then you are done.</source>
        <translation>Dann bist du fertig.</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Dann: %1</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n½ minutes</source>
        <translation>
            <numerusform>%n½ Minuten</numerusform>
            <numerusform>%n½ Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Stop if it hurts.</source>
        <translation>Hör auf, wenn es wehtut.</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>angehalten, %1</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>Micro-break</source>
        <translation>Kurzpause</translation>
    </message>
    <message>
        <source>Long break</source>
        <translation>Lange Pause</translation>
    </message>
    <message>
        <source>Upper back</source>
        <translation>Oberer Rücken</translation>
    </message>
    <message>
        <source>Lower back</source>
        <translation>Unterer Rücken</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>Shoulders</source>
        <translation>Schultern</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Nacken</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Brust</translation>
    </message>
    <message>
        <source>Wrists</source>
        <translation>Handgelenke</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Hips</source>
        <translation>Hüfte</translation>
    </message>
    <message>
        <source>Ankles</source>
        <translation>Fußgelenke</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Ganzer Körper</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Rest on, and it counts as done.</source>
        <translation>Ruh weiter, dann zählt es als gemacht.</translation>
    </message>
    <message>
        <source>Limber needs your help</source>
        <translation>Limber braucht deine Hilfe</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>the compositor does not offer {}</source>
        <translation>der Compositor bietet {} nicht an</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be the name of a socket</source>
        <translation>&quot;{}&quot; kann kein Name eines Sockets sein</translation>
    </message>
    <message>
        <source>no socket: {}</source>
        <translation>kein Socket: {}</translation>
    </message>
    <message>
        <source>{} has stopped accepting connections</source>
        <translation>{} nimmt keine Verbindungen mehr an</translation>
    </message>
    <message>
        <source>logind tells nothing of this session</source>
        <translation>logind sagt nichts über diese Sitzung</translation>
    </message>
    <message>
        <source>this is a session without a desktop</source>
        <translation>das ist eine Sitzung ohne Desktop</translation>
    </message>
    <message>
        <source>nobody has set the hint since the login; where nobody sets it, it tells nothing</source>
        <translation>seit der Anmeldung hat niemand diesen Hinweis gesetzt; wo ihn niemand setzt, sagt er nichts</translation>
    </message>
    <message>
        <source>there is no system bus</source>
        <translation>es gibt keinen Systembus</translation>
    </message>
    <message>
        <source>logind knows no session of this user</source>
        <translation>logind kennt keine Sitzung dieses Benutzers</translation>
    </message>
    <message>
        <source>nobody on the session bus is {}</source>
        <translation>niemand auf dem Sitzungsbus heißt {}</translation>
    </message>
    <message>
        <source>Mutter does not answer: {}</source>
        <translation>Mutter antwortet nicht: {}</translation>
    </message>
    <message>
        <source>{} is not set</source>
        <translation>{} ist nicht gesetzt</translation>
    </message>
    <message>
        <source>there is no session bus</source>
        <translation>es gibt keinen Sitzungsbus</translation>
    </message>
    <message>
        <source>a Wayland compositor answers: XWayland sees only part of the input</source>
        <translation>ein Wayland-Compositor antwortet: XWayland sieht nur einen Teil der Eingaben</translation>
    </message>
    <message>
        <source>there is a display: terminals see only part of the input</source>
        <translation>es gibt eine Anzeige: Terminals sehen nur einen Teil der Eingaben</translation>
    </message>
    <message>
        <source>limberd was not started on a terminal, and LIMBER_TTY does not name one</source>
        <translation>limberd wurde nicht in einem Terminal gestartet, und LIMBER_TTY nennt keins</translation>
    </message>
    <message>
        <source>this kernel does not tell of input on terminals</source>
        <translation>dieser Kernel meldet keine Eingaben in Terminals</translation>
    </message>
    <message>
        <source>none of your terminals can be watched</source>
        <translation>keins deiner Terminals lässt sich beobachten</translation>
    </message>
    <message>
        <source>{} is not a terminal</source>
        <translation>{} ist kein Terminal</translation>
    </message>
    <message>
        <source>{} does not answer like a compositor</source>
        <translation>{} antwortet nicht wie ein Compositor</translation>
    </message>
    <message>
        <source>{}: libwayland cannot use it</source>
        <translation>{}: libwayland kann damit nichts anfangen</translation>
    </message>
    <message>
        <source>the compositor has no seat</source>
        <translation>der Compositor hat keinen Seat</translation>
    </message>
    <message>
        <source>{} does not answer</source>
        <translation>{} antwortet nicht</translation>
    </message>
    <message>
        <source>XDG_SESSION_TYPE is wayland: XWayland sees only part of the input</source>
        <translation>XDG_SESSION_TYPE ist wayland: XWayland sieht nur einen Teil der Eingaben</translation>
    </message>
    <message>
        <source>DISPLAY={} is not a display of this machine</source>
        <translation>DISPLAY={} ist keine Anzeige dieses Rechners</translation>
    </message>
    <message>
        <source>the X server at {} refuses the connection (error {}; is XAUTHORITY right?)</source>
        <translation>der X-Server auf {} lehnt die Verbindung ab (Fehler {}; stimmt XAUTHORITY?)</translation>
    </message>
    <message>
        <source>{} is XWayland: it sees only part of the input</source>
        <translation>{} ist XWayland: Das sieht nur einen Teil der Eingaben</translation>
    </message>
    <message>
        <source>the X server has no SYNC extension</source>
        <translation>dem X-Server fehlt die Erweiterung SYNC</translation>
    </message>
    <message>
        <source>the X server does not answer about SYNC</source>
        <translation>der X-Server antwortet nicht auf Fragen nach SYNC</translation>
    </message>
    <message>
        <source>the X server has no IDLETIME counter</source>
        <translation>der X-Server hat keinen Zähler IDLETIME</translation>
    </message>
    <message>
        <source>the poses cannot be read: {}</source>
        <translation>die Posen sind nicht lesbar: {}</translation>
    </message>
    <message>
        <source>only the first {} pose files are read</source>
        <translation>nur die ersten {} Posendateien werden gelesen</translation>
    </message>
    <message>
        <source>figure `{}` is there twice; this one is left out</source>
        <translation>die Figur `{}` steht zweimal da; diese hier wird ausgelassen</translation>
    </message>
    <message>
        <source>`{0}` needs two brackets: [[{0}]]</source>
        <translation>`{0}` braucht zwei Klammern: [[{0}]]</translation>
    </message>
    <message>
        <source>more than {} [[{}]] in one file</source>
        <translation>mehr als {} [[{}]] in einer Datei</translation>
    </message>
    <message>
        <source>there is no [[figure]] and no [[posture]] in this file</source>
        <translation>in dieser Datei steht weder [[figure]] noch [[posture]]</translation>
    </message>
    <message>
        <source>an arm has either `wrist` or `upper_arm` and `forearm`</source>
        <translation>ein Arm hat entweder `wrist` oder `upper_arm` und `forearm`</translation>
    </message>
    <message>
        <source>a leg has either `ankle` or `thigh` and `shank`</source>
        <translation>ein Bein hat entweder `ankle` oder `thigh` und `shank`</translation>
    </message>
    <message>
        <source>key `{}` is built on itself</source>
        <translation>`key` `{}` baut auf sich selbst auf</translation>
    </message>
    <message>
        <source>key `{}` is built on more than {} others</source>
        <translation>`key` `{}` baut auf mehr als {} anderen auf</translation>
    </message>
    <message>
        <source>there is no key or posture `{}`</source>
        <translation>es gibt weder `key` noch `posture` mit dem Namen `{}`</translation>
    </message>
    <message>
        <source>`{}` is no place of the body</source>
        <translation>`{}` ist keine Stelle des Körpers</translation>
    </message>
    <message>
        <source>an arrow needs either `follow` or `points`</source>
        <translation>ein Pfeil braucht entweder `follow` oder `points`</translation>
    </message>
    <message>
        <source>`at` needs one time for each key, growing from 0 to 1</source>
        <translation>`at` braucht für jeden Eintrag in `keys` eine Zeit, aufsteigend von 0 bis 1</translation>
    </message>
    <message>
        <source>key `{}` is there twice</source>
        <translation>`key` `{}` steht zweimal da</translation>
    </message>
    <message>
        <source>a figure needs at least one [[figure.key]]</source>
        <translation>eine Figur braucht mindestens ein [[figure.key]]</translation>
    </message>
    <message>
        <source>phase `{}` is there twice</source>
        <translation>die Phase `{}` steht zweimal da</translation>
    </message>
    <message>
        <source>`{}` needs a number, not {}</source>
        <translation>`{}` braucht eine Zahl, nicht {}</translation>
    </message>
    <message>
        <source>`{}` must be from {:g} to {:g}, not {:g}</source>
        <translation>`{}` muss zwischen {:g} und {:g} liegen, nicht bei {:g}</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>`{}` needs a list of {} numbers, not {}</source>
        <translation>`{}` braucht eine Liste von {} Zahlen, nicht {}</translation>
    </message>
    <message>
        <source>`{}` needs a list of 2 to {} points [x, y]</source>
        <translation>`{}` braucht eine Liste von 2 bis {} Punkten [x, y]</translation>
    </message>
    <message>
        <source>`{}` is a direction and cannot be zero</source>
        <translation>`{}` ist eine Richtung und kann nicht null sein</translation>
    </message>
    <message>
        <source>`{}` needs a list of 1 to {} names</source>
        <translation>`{}` braucht eine Liste von 1 bis {} Namen</translation>
    </message>
    <message>
        <source>`{}` needs names in quotes, not {}</source>
        <translation>`{}` braucht Namen in Anführungszeichen, nicht {}</translation>
    </message>
    <message>
        <source>the exercises cannot be read: {}</source>
        <translation>die Übungen sind nicht lesbar: {}</translation>
    </message>
    <message>
        <source>only the first {} exercise files are read</source>
        <translation>nur die ersten {} Übungsdateien werden gelesen</translation>
    </message>
    <message>
        <source>exercise `{}` is defined twice; this one is left out</source>
        <translation>die Übung `{}` ist zweimal festgelegt; diese hier wird ausgelassen</translation>
    </message>
    <message>
        <source>the other one is in {}</source>
        <translation>die andere steht in {}</translation>
    </message>
    <message>
        <source>there is no exercise `{}` to switch off</source>
        <translation>es gibt keine Übung `{}`, die abzuschalten wäre</translation>
    </message>
    <message>
        <source>exercise `{}` is for the area `{}`, not `{}`; this one is left out</source>
        <translation>die Übung `{}` gehört zum Bereich `{}`, nicht `{}`; diese hier wird ausgelassen</translation>
    </message>
    <message>
        <source>give an exercise of your own another id</source>
        <translation>gib einer eigenen Übung eine andere `id`</translation>
    </message>
    <message>
        <source>no file defines the rule `{}` that is switched off here</source>
        <translation>keine Datei legt die Regel `{}` fest, die hier abgeschaltet wird</translation>
    </message>
    <message>
        <source>the shipped rules apply only while no file has a [[break]] table; define those you want to keep instead</source>
        <translation>die mitgelieferten Regeln gelten nur, solange keine Datei eine Tabelle [[break]] hat; lege stattdessen die fest, die du behalten willst</translation>
    </message>
    <message>
        <source>the rule `{}` lacks `{}`</source>
        <translation>der Regel `{}` fehlt `{}`</translation>
    </message>
    <message>
        <source>the shipped rule has {} = &quot;{}&quot;, but shipped rules apply only while no file has a [[break]] table</source>
        <translation>die mitgelieferte Regel hat {} = &quot;{}&quot;, aber mitgelieferte Regeln gelten nur, solange keine Datei eine Tabelle [[break]] hat</translation>
    </message>
    <message>
        <source>the rule `{}` has a rest of {}, which must be shorter than its interval of {}</source>
        <translation>die Regel `{}` hat {} Pause; das muss kürzer sein als ihr Abstand von {}</translation>
    </message>
    <message>
        <source>the rule `{}` may be snoozed, but `snooze` names no length</source>
        <translation>die Regel `{}` lässt sich verschieben, aber `snooze` nennt keine Länge</translation>
    </message>
    <message>
        <source>max_snoozes = 0 switches snoozing off</source>
        <translation>max_snoozes = 0 schaltet das Verschieben ab</translation>
    </message>
    <message>
        <source>`limber exercises` lists them</source>
        <translation>`limber exercises` zählt sie auf</translation>
    </message>
    <message>
        <source>there is no exercise and no area `{}`</source>
        <translation>es gibt keine Übung und keinen Bereich `{}`</translation>
    </message>
    <message>
        <source>no exercise knows entry {} of `health`, so it would protect you from nothing</source>
        <translation>keine Übung kennt Eintrag {} von `health`, er würde dich also vor nichts schützen</translation>
    </message>
    <message>
        <source>tags look like &quot;shoulder_injury&quot;; the manual lists them</source>
        <translation>die Wörter sehen aus wie &quot;shoulder_injury&quot;; das Handbuch zählt sie auf</translation>
    </message>
    <message>
        <source>text needs quotes</source>
        <translation>Text braucht Anführungszeichen</translation>
    </message>
    <message>
        <source>text needs quotes: &quot;{}&quot;</source>
        <translation>Text braucht Anführungszeichen: &quot;{}&quot;</translation>
    </message>
    <message>
        <source>value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>eine Ziffer</translation>
    </message>
    <message>
        <source>comma or closing &apos;]&apos;</source>
        <translation>ein Komma oder die Klammer &apos;]&apos;</translation>
    </message>
    <message>
        <source>bare key starting character or string delimiter</source>
        <translation>ein Schlüssel oder ein Anführungszeichen</translation>
    </message>
    <message>
        <source>the closing quote is missing on this line</source>
        <translation>auf dieser Zeile fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>expected {}, but the line ends</source>
        <translation>erwartet wird {}, aber die Zeile endet</translation>
    </message>
    <message>
        <source>expected {}, saw {}</source>
        <translation>erwartet wird {}, hier steht {}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number with a fraction</source>
        <translation>eine Kommazahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a date or time without quotes</source>
        <translation>ein Datum oder eine Uhrzeit ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>this is not valid TOML: {}</source>
        <translation>das ist kein gültiges TOML: {}</translation>
    </message>
    <message>
        <source>the text of &quot;{}&quot; has {} characters; at most {} fit</source>
        <translation>der Text von &quot;{}&quot; hat {} Zeichen; höchstens {} haben Platz</translation>
    </message>
    <message>
        <source>the text of &quot;{}&quot; says {{side}}, but its side is not left or right</source>
        <translation>der Text von &quot;{}&quot; sagt {{side}}, aber seine Seite ist weder left noch right</translation>
    </message>
    <message>
        <source>the text of &quot;{}&quot; may only have {{side}} or {{one|other}} in braces</source>
        <translation>der Text von &quot;{}&quot; darf in geschweiften Klammern nur {{side}} oder {{eins|anderes}} haben</translation>
    </message>
    <message>
        <source>there is no phase &quot;{}&quot;</source>
        <translation>es gibt keine Phase &quot;{}&quot;</translation>
    </message>
    <message>
        <source>a block needs at least one phase</source>
        <translation>ein Block braucht mindestens eine Phase</translation>
    </message>
    <message>
        <source>a mirrored block must hold one side only, left or right</source>
        <translation>ein gespiegelter Block darf nur eine Seite haben, left oder right</translation>
    </message>
    <message>
        <source>`reps` = {} is outside `reps_range`</source>
        <translation>`reps` = {} liegt außerhalb von `reps_range`</translation>
    </message>
    <message>
        <source>`exercise` needs a table, not {}</source>
        <translation>`exercise` braucht eine Tabelle, nicht {}</translation>
    </message>
    <message>
        <source>an exercise needs at least one block</source>
        <translation>eine Übung braucht mindestens einen Block</translation>
    </message>
    <message>
        <source>`catch_up` can only be false</source>
        <translation>`catch_up` kann nur false sein</translation>
    </message>
    <message>
        <source>`{}` takes {} in all; it must be from {} to {}</source>
        <translation>`{}` dauert insgesamt {}; erlaubt ist {} bis {}</translation>
    </message>
    <message>
        <source>`exercise` needs two brackets: [[exercise]]</source>
        <translation>`exercise` braucht zwei Klammern: [[exercise]]</translation>
    </message>
    <message>
        <source>more than {} exercises in one file</source>
        <translation>mehr als {} Übungen in einer Datei</translation>
    </message>
    <message>
        <source>there is no [[exercise]] in this file</source>
        <translation>in dieser Datei steht kein [[exercise]]</translation>
    </message>
    <message>
        <source>`{}` needs a table for each language, not {}</source>
        <translation>`{}` braucht eine Tabelle für jede Sprache, nicht {}</translation>
    </message>
    <message>
        <source>`{}` is no language</source>
        <translation>`{}` ist keine Sprache</translation>
    </message>
    <message>
        <source>such as: de, or pt_BR</source>
        <translation>etwa: de, oder pt_BR</translation>
    </message>
    <message>
        <source>`{}` needs a table, not {}</source>
        <translation>`{}` braucht eine Tabelle, nicht {}</translation>
    </message>
    <message>
        <source>`{}` is missing</source>
        <translation>`{}` fehlt</translation>
    </message>
    <message>
        <source>`{}` needs a list of tables, not {}</source>
        <translation>`{}` braucht eine Liste von Tabellen, nicht {}</translation>
    </message>
    <message>
        <source>`{}` takes at most {} tables</source>
        <translation>`{}` nimmt höchstens {} Tabellen</translation>
    </message>
    <message>
        <source>did you mean `{}`?</source>
        <translation>war `{}` gemeint?</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>`{}` needs {}, not {}</source>
        <translation>`{}` braucht {}, nicht {}</translation>
    </message>
    <message>
        <source>`{}` must be from {} to {}, not {}</source>
        <translation>`{}` muss zwischen {} und {} liegen, nicht bei {}</translation>
    </message>
    <message>
        <source>add the unit: &quot;{0}min&quot; or &quot;{0}s&quot;</source>
        <translation>schreib die Einheit dazu: &quot;{0}min&quot; oder &quot;{0}s&quot;</translation>
    </message>
    <message>
        <source>a length of time in quotes, such as &quot;25min&quot;</source>
        <translation>eine Zeitspanne in Anführungszeichen, etwa &quot;25min&quot;</translation>
    </message>
    <message>
        <source>a list such as [&quot;5min&quot;, &quot;15min&quot;]</source>
        <translation>eine Liste wie [&quot;5min&quot;, &quot;15min&quot;]</translation>
    </message>
    <message>
        <source>`{}` takes at most {} lengths</source>
        <translation>`{}` nimmt höchstens {} Zeitspannen</translation>
    </message>
    <message>
        <source>`{}` must name the shortest first, each length once</source>
        <translation>`{}` muss mit der kürzesten beginnen und jede nur einmal nennen</translation>
    </message>
    <message>
        <source>a time of day in quotes, such as &quot;04:00&quot;</source>
        <translation>eine Uhrzeit in Anführungszeichen, etwa &quot;04:00&quot;</translation>
    </message>
    <message>
        <source>`{}`: a day begins before 24:00</source>
        <translation>`{}`: ein Tag beginnt vor 24:00</translation>
    </message>
    <message>
        <source>midnight is &quot;00:00&quot;</source>
        <translation>Mitternacht ist &quot;00:00&quot;</translation>
    </message>
    <message>
        <source>a list of two whole numbers, such as [3, 8]</source>
        <translation>eine Liste von zwei ganzen Zahlen, etwa [3, 8]</translation>
    </message>
    <message>
        <source>`{}` needs two numbers, such as [3, 8]</source>
        <translation>`{}` braucht zwei Zahlen, etwa [3, 8]</translation>
    </message>
    <message>
        <source>`{}` must name the smaller number first</source>
        <translation>`{}` muss die kleinere Zahl zuerst nennen</translation>
    </message>
    <message>
        <source>write {} without quotes</source>
        <translation>schreib {} ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>`{}` must be one line without control characters</source>
        <translation>`{}` muss eine einzige Zeile ohne Steuerzeichen sein</translation>
    </message>
    <message>
        <source>`{}` must not be empty</source>
        <translation>`{}` darf nicht leer sein</translation>
    </message>
    <message>
        <source>`{}` may have {} characters at most, not {}</source>
        <translation>`{}` darf höchstens {} Zeichen haben, nicht {}</translation>
    </message>
    <message>
        <source>`{}` must be lower case letters and digits, joined by {}, {} characters at most</source>
        <translation>`{}` darf nur Kleinbuchstaben und Ziffern haben, verbunden mit {}, höchstens {} Zeichen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>`{}` needs a list such as {}, not {}</source>
        <translation>`{}` braucht eine Liste wie {}, nicht {}</translation>
    </message>
    <message>
        <source>`{}` must name at least one</source>
        <translation>`{}` muss mindestens eins nennen</translation>
    </message>
    <message>
        <source>a list of texts in quotes</source>
        <translation>eine Liste von Texten in Anführungszeichen</translation>
    </message>
    <message>
        <source>`{}` knows {} only</source>
        <translation>`{}` kennt nur {}</translation>
    </message>
    <message>
        <source>`{}` takes words of 1 to 60 characters</source>
        <translation>`{}` nimmt Wörter mit 1 bis 60 Zeichen</translation>
    </message>
    <message>
        <source>`{}` names a word twice</source>
        <translation>`{}` nennt ein Wort zweimal</translation>
    </message>
    <message>
        <source>`{}` names &quot;{}&quot; twice</source>
        <translation>`{}` nennt &quot;{}&quot; zweimal</translation>
    </message>
    <message>
        <source>unknown key `{}`</source>
        <translation>unbekannter Schlüssel `{}`</translation>
    </message>
    <message>
        <source>write { count = 3, from = [&quot;upper_back&quot;] }</source>
        <translation>schreib { count = 3, from = [&quot;upper_back&quot;] }</translation>
    </message>
    <message>
        <source>`{}` needs a number or a list such as [&quot;upper_back&quot;], not {}</source>
        <translation>`{}` braucht eine Zahl oder eine Liste wie [&quot;upper_back&quot;], nicht {}</translation>
    </message>
    <message>
        <source>a list such as [&quot;09:00-12:30&quot;, &quot;13:30-18:00&quot;]</source>
        <translation>eine Liste wie [&quot;09:00-12:30&quot;, &quot;13:30-18:00&quot;]</translation>
    </message>
    <message>
        <source>`{}` takes at most {} stretches</source>
        <translation>`{}` nimmt höchstens {} Abschnitte</translation>
    </message>
    <message>
        <source>{} more problems are not shown</source>
        <translation>{} weitere Probleme werden nicht gezeigt</translation>
    </message>
    <message>
        <source>a no-break space (U+00A0)</source>
        <translation>ein geschütztes Leerzeichen (U+00A0)</translation>
    </message>
    <message>
        <source>a narrow no-break space (U+202F)</source>
        <translation>ein schmales geschütztes Leerzeichen (U+202F)</translation>
    </message>
    <message>
        <source>a figure space (U+2007)</source>
        <translation>ein Ziffern-Leerzeichen (U+2007)</translation>
    </message>
    <message>
        <source>a thin space (U+2009)</source>
        <translation>ein schmales Leerzeichen (U+2009)</translation>
    </message>
    <message>
        <source>a zero-width space (U+200B)</source>
        <translation>ein Leerzeichen ohne Breite (U+200B)</translation>
    </message>
    <message>
        <source>a zero-width non-joiner (U+200C)</source>
        <translation>einen Nicht-Verbinder ohne Breite (U+200C)</translation>
    </message>
    <message>
        <source>a zero-width joiner (U+200D)</source>
        <translation>einen Verbinder ohne Breite (U+200D)</translation>
    </message>
    <message>
        <source>a word joiner (U+2060)</source>
        <translation>einen Wortverbinder (U+2060)</translation>
    </message>
    <message>
        <source>a soft hyphen (U+00AD)</source>
        <translation>einen bedingten Trennstrich (U+00AD)</translation>
    </message>
    <message>
        <source>a byte order mark (U+FEFF)</source>
        <translation>eine Bytereihenfolge-Marke (U+FEFF)</translation>
    </message>
    <message>
        <source>`{}` has {} in it, which nobody sees</source>
        <translation>`{}` enthält {}, was niemand sieht</translation>
    </message>
    <message>
        <source>delete the word and type it anew</source>
        <translation>lösche das Wort und tippe es neu</translation>
    </message>
    <message>
        <source>there is {} here, which may only stand inside quotes</source>
        <translation>hier gibt es {}, was nur in Anführungszeichen stehen darf</translation>
    </message>
    <message>
        <source>delete it, or type a plain space</source>
        <translation>lösche es, oder tippe ein gewöhnliches Leerzeichen</translation>
    </message>
    <message>
        <source>the link {} on the way to this file points to a place that does not exist</source>
        <translation>der Link {} auf dem Weg zu dieser Datei zeigt auf einen Ort, den es nicht gibt</translation>
    </message>
    <message>
        <source>the rule `{0}` never comes due: the breaks of `{1}` leave too little time for work</source>
        <translation>die Regel `{0}` wird nie fällig: die Pausen von `{1}` lassen zu wenig Zeit zum Arbeiten</translation>
    </message>
    <message>
        <source>the rule `{0}` never comes due: whoever takes the breaks of `{1}` has rested enough for it each time</source>
        <translation>die Regel `{0}` wird nie fällig: wer die Pausen von `{1}` macht, hat sich jedes Mal auch für sie genug ausgeruht</translation>
    </message>
    <message>
        <source>leave one of them out, or give `{0}` a shorter interval</source>
        <translation>eine von beiden weglassen, oder `{0}` einen kürzeren Abstand geben</translation>
    </message>
    <message>
        <source>breaks of `{0}` last up to {1}; a rest of {2} or more is not put off by them</source>
        <translation>Pausen von `{0}` dauern bis zu {1}; eine Dauer (`rest`) ab {2} schieben sie nicht auf</translation>
    </message>
    <message>
        <source>`{0}` must be a table, not {1}</source>
        <translation>`{0}` muss eine Tabelle sein, nicht {1}</translation>
    </message>
    <message>
        <source>write [{}] on a line of its own</source>
        <translation>schreib [{}] auf eine eigene Zeile</translation>
    </message>
    <message>
        <source>`break` must be a list of tables, not {}</source>
        <translation>`break` muss eine Liste von Tabellen sein, nicht {}</translation>
    </message>
    <message>
        <source>write [[break]] with two brackets</source>
        <translation>schreib [[break]] mit zwei Klammern</translation>
    </message>
    <message>
        <source>this [[break]] lacks its `name`</source>
        <translation>diesem [[break]] fehlt sein `name`</translation>
    </message>
    <message>
        <source>such as name = &quot;micro&quot;</source>
        <translation>etwa name = &quot;micro&quot;</translation>
    </message>
    <message>
        <source>the rule `{}` is in this file already</source>
        <translation>die Regel `{}` steht schon in dieser Datei</translation>
    </message>
    <message>
        <source>there are more than {} rules</source>
        <translation>es gibt mehr als {} Regeln</translation>
    </message>
    <message>
        <source>lists and tables are nested too deeply</source>
        <translation>Listen und Tabellen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>this character cannot follow a \</source>
        <translation>dieses Zeichen kann nicht auf \ folgen</translation>
    </message>
    <message>
        <source>this character may only stand inside quotes</source>
        <translation>dieses Zeichen darf nur in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>keys are plain a-z, 0-9, _ and -; text needs &quot;quotes&quot;</source>
        <translation>Schlüssel haben nur a-z, 0-9, _ und -; Text braucht &quot;Anführungszeichen&quot;</translation>
    </message>
    <message>
        <source>the picture &quot;{}&quot; {}</source>
        <translation>das Bild &quot;{}&quot; {}</translation>
    </message>
    <message>
        <source>must be a .png, .jpg, .webp, .gif or .svg file</source>
        <translation>muss eine Datei .png, .jpg, .webp, .gif oder .svg sein</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>cannot be read: {}</source>
        <translation>ist nicht lesbar: {}</translation>
    </message>
    <message>
        <source>is not an ordinary file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is larger than {} MB</source>
        <translation>ist größer als {} MB</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ist nicht lesbar</translation>
    </message>
    <message>
        <source>is not what its name says</source>
        <translation>ist nicht, was der Name sagt</translation>
    </message>
    <message>
        <source>`{}` belongs at the top of the file, above the first [table]</source>
        <translation>`{}` gehört an den Anfang der Datei, vor die erste [Tabelle]</translation>
    </message>
    <message>
        <source>`{}` belongs in a [[break]] table</source>
        <translation>`{}` gehört in eine Tabelle [[break]]</translation>
    </message>
    <message>
        <source>`{}` belongs in [{}]</source>
        <translation>`{}` gehört in [{}]</translation>
    </message>
    <message>
        <source>this link points to a file that does not exist</source>
        <translation>dieser Link zeigt auf eine Datei, die es nicht gibt</translation>
    </message>
    <message>
        <source>is a folder, but should be a file</source>
        <translation>ist ein Ordner, sollte aber eine Datei sein</translation>
    </message>
    <message>
        <source>is larger than 1 MB, too large for settings</source>
        <translation>ist größer als 1 MB, zu groß für Einstellungen</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>save the file with the encoding UTF-8</source>
        <translation>speichere die Datei mit der Zeichenkodierung UTF-8</translation>
    </message>
    <message>
        <source>there is a NUL byte in the text</source>
        <translation>im Text steht ein Nullbyte</translation>
    </message>
    <message>
        <source>is this a text file?</source>
        <translation>ist das eine Textdatei?</translation>
    </message>
    <message>
        <source>the units are h, min, s and ms: &quot;1h 30min&quot;</source>
        <translation>die Einheiten sind h, min, s und ms: &quot;1h 30min&quot;</translation>
    </message>
    <message>
        <source>a length of time is missing, such as &quot;25min&quot;</source>
        <translation>es fehlt eine Zeitspanne, etwa &quot;25min&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is negative</source>
        <translation>&quot;{}&quot; ist negativ</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is too long to count</source>
        <translation>&quot;{}&quot; ist zu lang zum Zählen</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a length of time; {}</source>
        <translation>&quot;{}&quot; ist keine Zeitspanne; {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; lacks a unit; {}</source>
        <translation>&quot;{}&quot; fehlt die Einheit; {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has an unknown unit; {}</source>
        <translation>&quot;{}&quot; hat eine unbekannte Einheit; {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; should name each unit once, the longest first</source>
        <translation>&quot;{}&quot; sollte jede Einheit nur einmal nennen, die größte zuerst</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is finer than a clock</source>
        <translation>&quot;{}&quot; ist feiner, als eine Uhr zählt</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a time of day such as &quot;09:00&quot;</source>
        <translation>&quot;{}&quot; ist keine Uhrzeit wie &quot;09:00&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a stretch of a day such as &quot;09:00-12:30&quot;</source>
        <translation>&quot;{}&quot; ist kein Abschnitt eines Tages wie &quot;09:00-12:30&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has no length; a whole day is &quot;00:00-24:00&quot;</source>
        <translation>&quot;{}&quot; hat keine Länge; ein ganzer Tag ist &quot;00:00-24:00&quot;</translation>
    </message>
    <message>
        <source>its folder could not be made: {}</source>
        <translation>sein Ordner ließ sich nicht anlegen: {}</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>this is not a history of Limber</source>
        <translation>das ist kein Verlauf von Limber</translation>
    </message>
    <message>
        <source>its format cannot be written</source>
        <translation>sein Format lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>{}, and it could not be moved aside ({})</source>
        <translation>{}, und er ließ sich nicht beiseitelegen ({})</translation>
    </message>
    <message>
        <source>The history {} could not be used: {}. It is kept as {}, and a new one has been begun.</source>
        <translation>Der Verlauf {} war nicht zu gebrauchen: {}. Er ist aufgehoben als {}, und ein neuer ist begonnen.</translation>
    </message>
    <message>
        <source>inotify: {}</source>
        <translation>inotify: {}</translation>
    </message>
    <message>
        <source>could not determine value type</source>
        <translation>was für ein Wert das ist, ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>cannot redefine existing {}</source>
        <translation>{} gibt es schon</translation>
    </message>
    <message>
        <source>this line is longer than any of a journal</source>
        <translation>diese Zeile ist länger als jede eines Journals</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>darin steht nichts</translation>
    </message>
    <message>
        <source>a plan must come before the first state</source>
        <translation>vor dem ersten Zustand muss ein Plan stehen</translation>
    </message>
    <message>
        <source>a plan and a state must come before the first event</source>
        <translation>vor dem ersten Ereignis müssen ein Plan und ein Zustand stehen</translation>
    </message>
    <message>
        <source>after a plan comes a state, or the event PlanReplaced</source>
        <translation>nach einem Plan kommt ein Zustand, oder das Ereignis PlanReplaced</translation>
    </message>
    <message>
        <source>the state belongs to another plan</source>
        <translation>der Zustand gehört zu einem anderen Plan</translation>
    </message>
    <message>
        <source>this is more than two days after the alarm that was set</source>
        <translation>das ist mehr als zwei Tage nach dem gestellten Wecker</translation>
    </message>
    <message>
        <source>an event must come before the first note</source>
        <translation>vor der ersten Notiz muss ein Ereignis stehen</translation>
    </message>
    <message>
        <source>an event must come before the first effect</source>
        <translation>vor der ersten Wirkung muss ein Ereignis stehen</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>a number here is too large</source>
        <translation>hier ist eine Zahl zu groß</translation>
    </message>
    <message>
        <source>each line is one object: {}</source>
        <translation>jede Zeile ist ein Objekt: {}</translation>
    </message>
    <message>
        <source>the field &quot;{}&quot; is given twice</source>
        <translation>das Feld &quot;{}&quot; steht zweimal da</translation>
    </message>
    <message>
        <source>unknown field &quot;{}&quot; in this kind of line</source>
        <translation>unbekanntes Feld &quot;{}&quot; in dieser Art von Zeile</translation>
    </message>
    <message>
        <source>reading failed</source>
        <translation>das Lesen ist gescheitert</translation>
    </message>
    <message>
        <source>this line is far too long</source>
        <translation>diese Zeile ist viel zu lang</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is missing</source>
        <translation>&quot;{}&quot; fehlt</translation>
    </message>
    <message>
        <source>a time is a number of seconds or a date (RFC 3339)</source>
        <translation>eine Zeit ist eine Zahl von Sekunden oder ein Datum (RFC 3339)</translation>
    </message>
    <message>
        <source>the times of this file are dates, this one is seconds</source>
        <translation>die Zeiten dieser Datei sind Daten, diese hier sind Sekunden</translation>
    </message>
    <message>
        <source>not a date like &quot;2025-01-06T09:00:00+01:00&quot;</source>
        <translation>kein Datum wie &quot;2025-01-06T09:00:00+01:00&quot;</translation>
    </message>
    <message>
        <source>the times of this file are seconds, this one is a date</source>
        <translation>die Zeiten dieser Datei sind Sekunden, diese hier ist ein Datum</translation>
    </message>
    <message>
        <source>more than a hundred years</source>
        <translation>mehr als hundert Jahre</translation>
    </message>
    <message>
        <source>too far back</source>
        <translation>zu weit zurück</translation>
    </message>
    <message>
        <source>time goes back: an earlier line is later than this one</source>
        <translation>die Zeit läuft zurück: eine frühere Zeile ist später als diese</translation>
    </message>
    <message>
        <source>a line has either &quot;input&quot; or &quot;event&quot;</source>
        <translation>eine Zeile hat entweder &quot;input&quot; oder &quot;event&quot;</translation>
    </message>
    <message>
        <source>&quot;input&quot; is &quot;typing&quot; or &quot;once&quot;</source>
        <translation>&quot;input&quot; ist &quot;typing&quot; oder &quot;once&quot;</translation>
    </message>
    <message>
        <source>&quot;until&quot; is before &quot;at&quot;</source>
        <translation>&quot;until&quot; liegt vor &quot;at&quot;</translation>
    </message>
    <message>
        <source>this typing overlaps the one before it</source>
        <translation>dieses Tippen überschneidet sich mit dem davor</translation>
    </message>
    <message>
        <source>&quot;by&quot; is a number of seconds, forward or back</source>
        <translation>&quot;by&quot; ist eine Zahl von Sekunden, vor oder zurück</translation>
    </message>
    <message>
        <source>unknown &quot;event&quot;</source>
        <translation>unbekanntes &quot;event&quot;</translation>
    </message>
    <message>
        <source>&quot;what&quot; is the name of the hold</source>
        <translation>&quot;what&quot; ist der Name dessen, was zurückhält</translation>
    </message>
    <message>
        <source>&quot;on&quot; is true or false</source>
        <translation>&quot;on&quot; ist true oder false</translation>
    </message>
    <message>
        <source>not a date: &quot;{}&quot;</source>
        <translation>kein Datum: &quot;{}&quot;</translation>
    </message>
    <message>
        <source>an impossible duration</source>
        <translation>eine unmögliche Dauer</translation>
    </message>
    <message>
        <source>nobody was at the desk in this export</source>
        <translation>in diesem Export war niemand am Schreibtisch</translation>
    </message>
    <message>
        <source>this export holds no aw-watcher-afk events</source>
        <translation>dieser Export enthält keine Ereignisse von aw-watcher-afk</translation>
    </message>
    <message>
        <source>too much happens while the machine sleeps</source>
        <translation>es geschieht zu viel, während der Rechner schläft</translation>
    </message>
    <message>
        <source>too many holds at once</source>
        <translation>zu vieles hält gleichzeitig zurück</translation>
    </message>
    <message>
        <source>The history {} was written by a newer Limber, and stays as it is. What happens is kept in memory, until limberd ends. Start the newer Limber, or move the file away.</source>
        <translation>Den Verlauf {} hat ein neueres Limber geschrieben; er bleibt, wie er ist. Was geschieht, bleibt im Speicher, bis limberd endet. Starte das neuere Limber, oder schieb die Datei weg.</translation>
    </message>
    <message>
        <source>The history {} is locked by another program. What happens is kept in memory until it is free.</source>
        <translation>Den Verlauf {} hält ein anderes Programm gesperrt. Was geschieht, bleibt im Speicher, bis er frei ist.</translation>
    </message>
    <message>
        <source>The history {} cannot be written: {}. What happens is kept in memory until it can. Make sure that the disk has room and that you may write there.</source>
        <translation>Der Verlauf {} lässt sich nicht schreiben: {}. Was geschieht, bleibt im Speicher, bis es geht. Sorge dafür, dass auf der Platte Platz ist und du dort schreiben darfst.</translation>
    </message>
    <message>
        <source>Limber could not take up what its last run left: {}. That stays in the history {}, and Limber begins anew.</source>
        <translation>Limber konnte nicht übernehmen, was der letzte Lauf hinterließ: {}. Das bleibt im Verlauf {}, und Limber beginnt von vorn.</translation>
    </message>
    <message>
        <source>Limber could not take up all of what its last run left: {}. That stays in the history {}, and Limber goes on with the rest.</source>
        <translation>Limber konnte nicht alles übernehmen, was der letzte Lauf hinterließ: {}. Das bleibt im Verlauf {}, und Limber macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>The history {} is written by another Limber ({}). Until that one ends, what happens here is kept in memory only.</source>
        <translation>Den Verlauf {} schreibt ein anderes Limber ({}). Bis das endet, bleibt nur im Speicher, was hier geschieht.</translation>
    </message>
    <message>
        <source>The history {} was deleted while Limber was running. A new one has been begun, with your progress and what happened since Limber started.</source>
        <translation>Der Verlauf {} wurde gelöscht, während Limber lief. Ein neuer ist begonnen, mit deinem Fortschritt und dem, was seit dem Start von Limber geschah.</translation>
    </message>
    <message>
        <source>it could not be read at the start</source>
        <translation>er ließ sich beim Start nicht lesen</translation>
    </message>
    <message>
        <source>{}, process {}</source>
        <translation>{}, Prozess {}</translation>
    </message>
    <message>
        <source>&quot;gap&quot; is a number of seconds</source>
        <translation>&quot;gap&quot; ist eine Zahl von Sekunden</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is &quot;rest&quot; or &quot;neither&quot;</source>
        <translation>&quot;kind&quot; ist &quot;rest&quot; oder &quot;neither&quot;</translation>
    </message>
    <message>
        <source>the daemon hears nothing here anyway, as an earlier line says</source>
        <translation>hier hört der Dienst ohnehin nichts, wie eine frühere Zeile sagt</translation>
    </message>
    <message>
        <source>Wayland ({})</source>
        <translation>Wayland ({})</translation>
    </message>
    <message>
        <source>X11 ({}), with the key in {}</source>
        <translation>X11 ({}), mit dem Schlüssel in {}</translation>
    </message>
    <message>
        <source>X11 ({})</source>
        <translation>X11 ({})</translation>
    </message>
    <message>
        <source>none here: neither WAYLAND_DISPLAY nor DISPLAY is set</source>
        <translation>keine hier: Weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt</translation>
    </message>
    <message>
        <source>There are Wayland sockets all the same: {}</source>
        <translation>Es gibt trotzdem Wayland-Sockets: {}</translation>
    </message>
    <message>
        <source>{}: no, {}</source>
        <translation>{}: nein, {}</translation>
    </message>
    <message>
        <source>Limber cannot see whether you are at the desk, so nothing is counted and suggested.</source>
        <translation>Limber sieht nicht, ob du am Platz bist; also wird nichts gezählt und vorgeschlagen.</translation>
    </message>
    <message>
        <source>If you sit at a desktop: limber doctor, in a terminal of it, says what to do. limber start works all the same.</source>
        <translation>Wenn du an einem Desktop sitzt: limber doctor, in einem Terminal davon, sagt, was zu tun ist. limber start geht trotzdem.</translation>
    </message>
    <message>
        <source>seen by {}</source>
        <translation>zu sehen durch {}</translation>
    </message>
    <message>
        <source>Tried before it:</source>
        <translation>Davor versucht:</translation>
    </message>
    <message>
        <source>there is no logind: locks and sleep are seen by the clocks and by idleness</source>
        <translation>es gibt kein logind: Sperren und Schlaf zeigen sich an den Uhren und an fehlender Eingabe</translation>
    </message>
    <message>
        <source>logind knows none of yours: switching to another one is not seen</source>
        <translation>logind kennt keine von dir: Ein Wechsel zu einer anderen ist nicht zu sehen</translation>
    </message>
    <message>
        <source>{} is a remote one</source>
        <translation>{} ist eine entfernte</translation>
    </message>
    <message>
        <source>{} ({}) of logind: locks, sleep and switched sessions are seen</source>
        <translation>{} ({}) von logind: Sperren, Schlaf und gewechselte Sitzungen sind zu sehen</translation>
    </message>
    <message>
        <source>told by {}</source>
        <translation>gemeldet von {}</translation>
    </message>
    <message>
        <source>logind would tell, if your locker told it; else a lock is seen as idleness, a little later</source>
        <translation>logind würde es sagen, wenn deine Sperre es ihm sagte; sonst zeigt sich ein gesperrter Bildschirm etwas später, an fehlender Eingabe</translation>
    </message>
    <message>
        <source>nobody tells; a locked screen is seen as idleness, a little later</source>
        <translation>niemand sagt etwas; ein gesperrter Bildschirm zeigt sich etwas später, an fehlender Eingabe</translation>
    </message>
    <message>
        <source>while one keeps the screen awake, this source does not tell that you rest your hands</source>
        <translation>solange so etwas den Bildschirm wach hält, sagt diese Quelle nicht, dass deine Hände ruhen</translation>
    </message>
    <message>
        <source>passive_screen = &quot;count&quot; has no effect here: no list of them can be read</source>
        <translation>passive_screen = &quot;count&quot; wirkt hier nicht: Es ist keine Liste davon zu lesen</translation>
    </message>
    <message>
        <source>watching counts as work, as you have set it</source>
        <translation>Zuschauen zählt als Arbeit, wie du es eingestellt hast</translation>
    </message>
    <message>
        <source>watching is a rest; only input is work</source>
        <translation>Zuschauen ist Ruhe; nur Eingaben sind Arbeit</translation>
    </message>
    <message>
        <source>pauses and working hours; do-not-disturb, full screen, microphone and camera are not watched by this version</source>
        <translation>Unterbrechungen und Arbeitszeit; „Bitte nicht stören“, Vollbild, Mikrofon und Kamera beachtet diese Version nicht</translation>
    </message>
    <message>
        <source>kept on during a break, by {}</source>
        <translation>bleibt während einer Pause an, durch {}</translation>
    </message>
    <message>
        <source>would be kept on during a break, by {}</source>
        <translation>würde während einer Pause anbleiben, durch {}</translation>
    </message>
    <message>
        <source>would be kept on during a break, by the X server</source>
        <translation>würde während einer Pause anbleiben, durch den X-Server</translation>
    </message>
    <message>
        <source>would be kept on during a break, if the compositor heeds its idle-inhibit protocol (sway does)</source>
        <translation>würde während einer Pause anbleiben, wenn der Compositor sein Protokoll idle-inhibit beachtet (sway tut es)</translation>
    </message>
    <message>
        <source>nothing here keeps it on during a break</source>
        <translation>nichts hier hält ihn während einer Pause an</translation>
    </message>
    <message>
        <source>a guided break is on the screen</source>
        <translation>auf dem Bildschirm läuft eine geführte Pause</translation>
    </message>
</context>
<context>
    <name>limber::Story</name>
    <message>
        <source>nothing is suggested that could be answered</source>
        <translation>es wird nichts vorgeschlagen, worauf zu antworten wäre</translation>
    </message>
    <message>
        <source>that suggestion was gone already</source>
        <translation>dieser Vorschlag war schon weg</translation>
    </message>
    <message>
        <source>no snooze is left</source>
        <translation>es lässt sich nicht mehr verschieben</translation>
    </message>
    <message>
        <source>no snooze can be that long</source>
        <translation>so lange lässt es sich nicht verschieben</translation>
    </message>
    <message>
        <source>a break is running already</source>
        <translation>es läuft schon eine Pause</translation>
    </message>
    <message>
        <source>no break is running</source>
        <translation>es läuft keine Pause</translation>
    </message>
    <message>
        <source>there is no such break</source>
        <translation>eine solche Pause gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such exercise for you</source>
        <translation>eine solche Übung gibt es für dich nicht</translation>
    </message>
    <message>
        <source>there is no other exercise</source>
        <translation>es gibt keine andere Übung</translation>
    </message>
    <message>
        <source>nothing of it was excluded</source>
        <translation>davon war nichts ausgeschlossen</translation>
    </message>
    <message>
        <source>nothing is paused</source>
        <translation>es ist nichts unterbrochen</translation>
    </message>
    <message>
        <source>no pause can be that long</source>
        <translation>so lange lässt es sich nicht unterbrechen</translation>
    </message>
    <message>
        <source>Limber had not begun yet</source>
        <translation>Limber hatte noch nicht begonnen</translation>
    </message>
    <message>
        <source>Limber begins, with nothing counted yet</source>
        <translation>Limber beginnt, gezählt ist noch nichts</translation>
    </message>
    <message>
        <source>Limber was started again after %1, in which nobody was there: that was rest</source>
        <translation>Limber wurde nach %1 neu gestartet, in denen niemand da war: Das war Ruhe</translation>
    </message>
    <message>
        <source>Limber was started again after %1, which counts neither as work nor as rest</source>
        <translation>Limber wurde nach %1 neu gestartet, die weder als Arbeit noch als Ruhe zählen</translation>
    </message>
    <message>
        <source>The settings have changed</source>
        <translation>Die Einstellungen haben sich geändert</translation>
    </message>
    <message>
        <source>Keyboard and mouse are seen again</source>
        <translation>Tastatur und Maus sind wieder zu sehen</translation>
    </message>
    <message>
        <source>Nothing tells of keyboard and mouse any more: nothing is counted</source>
        <translation>Tastatur und Maus sind nicht mehr zu sehen: Nichts wird gezählt</translation>
    </message>
    <message>
        <source>A film or a call is on since %1, and nothing here can see whether you are there: nothing is counted any more</source>
        <translation>Seit %1 läuft ein Film oder ein Anruf, und nichts hier sieht, ob du da bist: Nichts wird mehr gezählt</translation>
    </message>
    <message>
        <source>A film or a call is on since %1, and nothing here can see whether you are there: you are taken to be, until %2</source>
        <translation>Seit %1 läuft ein Film oder ein Anruf, und nichts hier sieht, ob du da bist: Bis %2 wird es angenommen</translation>
    </message>
    <message>
        <source>Nobody at the desk: no input since %1</source>
        <translation>Niemand am Platz: keine Eingabe seit %1</translation>
    </message>
    <message>
        <source>Screen locked: from here on it is rest</source>
        <translation>Bildschirm gesperrt: Von hier an ist es Ruhe</translation>
    </message>
    <message>
        <source>The screen is being locked: from here on it is rest</source>
        <translation>Der Bildschirm wird gesperrt: Von hier an ist es Ruhe</translation>
    </message>
    <message>
        <source>Another session is in front: from here on it is rest</source>
        <translation>Eine andere Sitzung ist vorn: Von hier an ist es Ruhe</translation>
    </message>
    <message>
        <source>The machine woke after %1 of sleep</source>
        <translation>Der Rechner wachte nach %1 Schlaf auf</translation>
    </message>
    <message>
        <source>Back at the desk after %1</source>
        <translation>Zurück am Platz nach %1</translation>
    </message>
    <message>
        <source>The machine or Limber stood still for %1, which counts neither as work nor as rest</source>
        <translation>Der Rechner oder Limber stand %1 lang still, das zählt weder als Arbeit noch als Ruhe</translation>
    </message>
    <message>
        <source>The clock was set forward by %1, which is taken for a return</source>
        <translation>Die Uhr wurde um %1 vorgestellt, das gilt als Rückkehr</translation>
    </message>
    <message>
        <source>The clock was set right: nobody had been there for %1 more before the start</source>
        <translation>Die Uhr wurde richtig gestellt: Vor dem Start war %1 länger niemand da</translation>
    </message>
    <message>
        <source>%1 is due</source>
        <translation>%1 ist fällig</translation>
    </message>
    <message>
        <source>%1 is due, as a new day begins</source>
        <translation>%1 ist fällig, da ein neuer Tag beginnt</translation>
    </message>
    <message>
        <source>%1 would be due, but %2 of them are enough for one day</source>
        <translation>%1 wäre fällig, aber %2 davon sind genug für einen Tag</translation>
    </message>
    <message>
        <source>%1 waits as well, until %2</source>
        <translation>%1 wartet auch, bis %2</translation>
    </message>
    <message>
        <source>%1: the snooze is over</source>
        <translation>%1: nicht länger verschoben</translation>
    </message>
    <message>
        <source>%1: the wait is over</source>
        <translation>%1: das Warten ist vorbei</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>Unterbrochen bis %1</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Unterbrochen, bis du fortsetzt</translation>
    </message>
    <message>
        <source>Outside working hours: nothing is counted, and nothing is suggested</source>
        <translation>Außerhalb der Arbeitszeit: Nichts wird gezählt und nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>Nothing is suggested from here on: %1</source>
        <translation>Von hier an wird nichts vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>The pause is over</source>
        <translation>Die Unterbrechung ist vorbei</translation>
    </message>
    <message>
        <source>The working hours begin</source>
        <translation>Die Arbeitszeit beginnt</translation>
    </message>
    <message>
        <source>Hold ended: %1 since %2</source>
        <translation>Wieder frei: %1 seit %2</translation>
    </message>
    <message>
        <source>in a pause in the typing</source>
        <translation>in einer Tipppause</translation>
    </message>
    <message>
        <source>the typing went on</source>
        <translation>das Tippen ging weiter</translation>
    </message>
    <message>
        <source>%1 could not be shown; it stays suggested in the tray and in limber status</source>
        <translation>%1 war nicht zu zeigen; der Vorschlag bleibt im Infobereich und in limber status</translation>
    </message>
    <message>
        <source>%1 has left the screen by itself; it stays suggested in the tray and in limber status</source>
        <translation>%1 ist von selbst vom Bildschirm verschwunden; der Vorschlag bleibt im Infobereich und in limber status</translation>
    </message>
    <message>
        <source>given up; the next ones are suggested once each, until somebody answers or rests</source>
        <translation>aufgegeben; die nächsten werden je einmal vorgeschlagen, bis jemand antwortet oder ruht</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>%1 was interrupted: done, if the rest goes on long enough</source>
        <translation>%1 wurde unterbrochen: gemacht, wenn die Ruhe lange genug weitergeht</translation>
    </message>
    <message>
        <source>You said that you have rested: every break begins anew</source>
        <translation>Du hast gesagt, dass du geruht hast: Alle Pausen beginnen von vorn</translation>
    </message>
    <message>
        <source>All exercises may be suggested again</source>
        <translation>Alle Übungen dürfen wieder vorgeschlagen werden</translation>
    </message>
    <message>
        <source>%1 may be suggested again</source>
        <translation>%1 darf wieder vorgeschlagen werden</translation>
    </message>
    <message>
        <source>Another exercise, and the last one never again: %1</source>
        <translation>Eine andere Übung, und die letzte nie wieder: %1</translation>
    </message>
    <message>
        <source>Another exercise: %1</source>
        <translation>Eine andere Übung: %1</translation>
    </message>
    <message>
        <source>%1 is suggested</source>
        <translation>%1 wird vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 is suggested: %2</source>
        <translation>%1 wird vorgeschlagen: %2</translation>
    </message>
    <message>
        <source>it would be due soon, so the shorter break goes with it</source>
        <translation>sie wäre bald fällig, also kommt die kürzere Pause mit</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>due since %1, held until now: %2</source>
        <translation>fällig seit %1, bis jetzt zurückgehalten: %2</translation>
    </message>
    <message>
        <source>%1 begins (%2)</source>
        <translation>%1 beginnt (%2)</translation>
    </message>
    <message>
        <source>The break is paused</source>
        <translation>Die Pause ist angehalten</translation>
    </message>
    <message>
        <source>The break goes on</source>
        <translation>Die Pause geht weiter</translation>
    </message>
    <message>
        <source>The break is over</source>
        <translation>Die Pause ist vorbei</translation>
    </message>
    <message>
        <source>%1 done after %2</source>
        <translation>%1 gemacht nach %2</translation>
    </message>
    <message>
        <source>%1 stopped early, after %2</source>
        <translation>%1 früh beendet, nach %2</translation>
    </message>
    <message>
        <source>%1: the rest went on long enough, so it counts as done</source>
        <translation>%1: Die Ruhe ging lange genug weiter und zählt als gemacht</translation>
    </message>
    <message>
        <source>%1: you rested after all, which counts as following</source>
        <translation>%1: Du hast dann doch geruht, das zählt als befolgt</translation>
    </message>
    <message>
        <source>%1: %2 of rest count as a break taken unasked</source>
        <translation>%1: %2 Ruhe zählen als ungefragt gemachte Pause</translation>
    </message>
    <message>
        <source>%1: the rest ended too soon, so it counts as stopped early</source>
        <translation>%1: Die Ruhe endete zu bald und zählt als früh beendet</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>The break</source>
        <translation>Die Pause</translation>
    </message>
    <message>
        <source>%1; asks again at %2</source>
        <translation>%1; fragt um %2 wieder</translation>
    </message>
    <message>
        <source>held: paused until %1</source>
        <translation>zurückgehalten: unterbrochen bis %1</translation>
    </message>
    <message>
        <source>held: %1 since %2</source>
        <translation>zurückgehalten: %1 seit %2</translation>
    </message>
    <message>
        <source>%1 begins anew</source>
        <translation>%1 beginnt von vorn</translation>
    </message>
    <message>
        <source>%1 goes from %2 back to %3 of %4</source>
        <translation>%1 geht von %2 zurück auf %3 von %4</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>verschoben bis %1</translation>
    </message>
    <message>
        <source>skipped, and begins anew</source>
        <translation>ausgelassen, beginnt von vorn</translation>
    </message>
    <message>
        <source>taken off the screen by the hold, and stays due</source>
        <translation>vom Bildschirm genommen, da zurückgehalten, und bleibt fällig</translation>
    </message>
    <message>
        <source>gives way to the longer break</source>
        <translation>weicht der längeren Pause</translation>
    </message>
    <message>
        <source>followed by resting</source>
        <translation>durch Ruhen befolgt</translation>
    </message>
    <message>
        <source>no longer due, as you have rested</source>
        <translation>nicht mehr fällig, da du geruht hast</translation>
    </message>
    <message>
        <source>closed without an answer</source>
        <translation>ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>could not stay on the screen</source>
        <translation>konnte nicht auf dem Bildschirm bleiben</translation>
    </message>
    <message>
        <source>%1, asks again at %2</source>
        <translation>%1; fragt um %2 wieder</translation>
    </message>
</context>
<context>
    <name>limber::Parts</name>
    <message>
        <source>Install the package %1.</source>
        <translation>Installiere das Paket %1.</translation>
    </message>
    <message>
        <source>Nothing here draws .svg pictures, so their exercises are shown without.</source>
        <translation>Nichts hier zeichnet .svg-Bilder; ihre Übungen werden also ohne sie gezeigt.</translation>
    </message>
    <message>
        <source>Nothing here draws .webp pictures, so their exercises are shown without.</source>
        <translation>Nichts hier zeichnet .webp-Bilder; ihre Übungen werden also ohne sie gezeigt.</translation>
    </message>
    <message>
        <source>Qt&apos;s part for Wayland is missing, so the window goes by way of X11.</source>
        <translation>Qts Teil für Wayland fehlt; das Fenster nimmt also den Weg über X11.</translation>
    </message>
    <message>
        <source>Qt&apos;s part for Wayland is missing, so no window can be opened.</source>
        <translation>Qts Teil für Wayland fehlt; es lässt sich also kein Fenster öffnen.</translation>
    </message>
    <message>
        <source>Nothing here speaks, so the steps of a break are silent.</source>
        <translation>Nichts hier spricht; die Schritte einer Pause sind also stumm.</translation>
    </message>
</context>
</TS>
